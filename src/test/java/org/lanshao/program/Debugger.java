package org.lanshao.program;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
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
    return behind("n", port);
  }

  /** The same for a program that does nothing before one has come and let it {@link #go}. */
  static List<String> awaitedOn(int port) {
    return behind("y", port);
  }

  private static List<String> behind(String suspended, int port) {
    var agent =
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=%s,address=127.0.0.1:%d"
            .formatted(suspended, port);
    return List.of("env", "JAVA_TOOL_OPTIONS=" + agent);
  }

  /** Lets a program begin that waited for this. */
  void go() {
    machine.resume();
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

  /** Also in a class that is not there yet. */
  private void once(String type, String method, Reached then) {
    var there = machine.classesByName(type);
    if (there.isEmpty()) {
      var coming = machine.eventRequestManager().createClassPrepareRequest();
      coming.addClassFilter(type);
      coming.addCountFilter(1);
      coming.putProperty(THEN, (Reached) thread -> once(type, method, then));
      coming.enable();
      return;
    }
    var found = there.getFirst().methodsByName(method).getFirst();
    var here = machine.eventRequestManager().createBreakpointRequest(found.location());
    here.addCountFilter(1);
    here.putProperty(THEN, then);
    here.enable();
  }

  /** What is done where a thread has come. */
  private interface Reached {
    void by(ThreadReference thread) throws Exception;
  }

  private static Reached then(Event event) {
    return (Reached) event.request().getProperty(THEN);
  }

  private void watch() {
    try {
      while (true) {
        var events = machine.eventQueue().remove();
        for (Event event : events) {
          switch (event) {
            case BreakpointEvent reached -> then(reached).by(reached.thread());
            case ClassPrepareEvent prepared -> then(prepared).by(prepared.thread());
            default -> {
              // of its beginning and its end
            }
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
