package org.lanshao.program;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.lanshao.Patience;

/** Makes a running program throw or stand still, from outside, where nothing else could make it. */
final class Debugger implements AutoCloseable {
  private static final String THEN = "then";

  private final VirtualMachine machine;
  private final Thread watch;

  private Debugger(VirtualMachine machine) {
    this.machine = machine;
    this.watch = Thread.ofPlatform().daemon().name("debugger").start(this::watch);
  }

  /** What a program has to be started behind so that a debugger can come on this port. */
  static List<String> welcomedOn(int port) {
    var agent = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
    return List.of("env", "JAVA_TOOL_OPTIONS=" + agent);
  }

  /** Comes to the program that waits on this port. */
  static Debugger on(int port) throws Exception {
    var socket = Bootstrap.virtualMachineManager().attachingConnectors().stream();
    AttachingConnector connector =
        socket.filter(c -> c.transport().name().equals("dt_socket")).findFirst().orElseThrow();
    var arguments = connector.defaultArguments();
    Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
    Objects.requireNonNull(arguments.get("port")).setValue(String.valueOf(port));
    return new Debugger(attached(connector, arguments));
  }

  /** A program that a debugger has just left listens anew after a moment. */
  private static VirtualMachine attached(
      AttachingConnector connector, Map<String, ? extends Connector.Argument> arguments)
      throws Exception {
    long end = System.nanoTime() + Patience.USUAL.toNanos();
    while (true) {
      try {
        return connector.attach(arguments);
      } catch (ConnectException notYet) {
        if (System.nanoTime() - end > 0) {
          throw notYet;
        }
        Program.sleep(50);
      }
    }
  }

  /**
   * The next call of this method throws an {@link IllegalStateException}, those after it do not.
   */
  void throwOnce(String type, String method) {
    once(type, method, this::fail);
  }

  /**
   * At the next call of this method the whole program stands still, and stays so while this is
   * open.
   *
   * @return 0 as soon as it does
   */
  CountDownLatch holdAt(String type, String method) {
    var held = new CountDownLatch(1);
    once(
        type,
        method,
        thread -> {
          machine.suspend();
          held.countDown();
        });
    return held;
  }

  private void once(String type, String method, Reached then) {
    var found = machine.classesByName(type).getFirst().methodsByName(method).getFirst();
    var here = machine.eventRequestManager().createBreakpointRequest(found.location());
    here.addCountFilter(1);
    here.putProperty(THEN, then);
    here.enable();
  }

  /** What is done where a thread has come. */
  private interface Reached {
    void by(ThreadReference thread) throws Exception;
  }

  private void watch() {
    try {
      while (true) {
        var events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof BreakpointEvent reached) {
            ((Reached) reached.request().getProperty(THEN)).by(reached.thread());
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException | InterruptedException ended) {
      // by close, or with the program
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void fail(ThreadReference thread) throws Exception {
    var type = (ClassType) machine.classesByName(IllegalStateException.class.getName()).getFirst();
    var make = type.concreteMethodByName("<init>", "()V");
    thread.stop(type.newInstance(thread, make, List.of(), ThreadReference.INVOKE_SINGLE_THREADED));
  }

  @Override
  public void close() {
    try {
      machine.dispose();
    } catch (VMDisconnectedException ended) {
      // with the program
    }
    watch.interrupt();
  }
}
