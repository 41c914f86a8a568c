package org.lanshao.app;

/** The command line. */
public final class Lanshao {
  private Lanshao() {}

  /** Starts. */
  public static void main(String[] args) {
    System.out.println("hi");
  }
}
