package org.lanshao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What Linux tells of a process and of this machine. */
final class Machine {
  private static final double TICKS_PER_SECOND = 100;

  private Machine() {}

  /** Keeps this process, all its threads, to one core. */
  static void keepTo(int core) throws IOException, InterruptedException {
    var pid = String.valueOf(ProcessHandle.current().pid());
    var taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", String.valueOf(core), pid);
    if (taskset.redirectErrorStream(true).start().waitFor() != 0) {
      throw new IOException("taskset could not keep the bench to core " + core);
    }
  }

  /** The seconds of CPU that a process has had, all its threads together. */
  static double cpuSeconds(long pid) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** The seconds that a core was busy, for whomever. */
  static double busySeconds(int core) throws IOException {
    var fields =
        Files.readAllLines(Path.of("/proc/stat")).stream()
            .filter(line -> line.startsWith("cpu" + core + " "))
            .findFirst()
            .orElseThrow()
            .split(" ");
    // user, nice, system, irq, softirq: all but idle, iowait and stolen time
    long ticks =
        Arrays.stream(new int[] {1, 2, 3, 6, 7}).mapToLong(i -> Long.parseLong(fields[i])).sum();
    return ticks / TICKS_PER_SECOND;
  }

  /** The resident memory of a process, in MB. */
  static double residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }

  /** One line about the machine and the JDK. */
  static String describe() throws IOException {
    var model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    return "%s, Linux %s, JDK %s"
        .formatted(model, System.getProperty("os.version"), Runtime.version());
  }
}
