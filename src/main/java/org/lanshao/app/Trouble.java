package org.lanshao.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.lanshao.turn.Unavailable;

/** What is told to an operator whose database or disk is in the way: what is wrong, what to do. */
final class Trouble {
  private Trouble() {}

  /** Of a database, with its code as {@code deploy/README.md} lists it. */
  static String of(Unavailable database) {
    return "数据库用不了（%s）：%s。".formatted(database.code(), remedy(database.code()));
  }

  private static String remedy(String code) {
    return switch (code) {
      case "lost" -> "连不上，或者打不开。检查 store.url、网络、路径和权限，数据库启动了没有";
      case "denied" -> "用户名或密码不对。检查 store.user 和 store.password（环境变量 LANSHAO_DB_PASSWORD）";
      case "missing" -> "没有这个名字的数据库。检查 store.url，或先建一个空的";
      case "corrupt" -> "这个文件不是数据库，或者坏了。检查 store.url；真坏了，留一份，再恢复最近的备份";
      case "full" -> "磁盘或者数据库满了。先腾出地方";
      case "locked" -> "别的程序占着它。先停掉那一个";
      case "read-only" -> "只能读，不能写。检查文件的权限，或换成主库的地址";
      default -> "检查 store.url、数据库和磁盘空间，详情见日志";
    };
  }

  /** Of a file, with its path. */
  static String of(IOException disk) {
    return switch (disk) {
      case FileAlreadyExistsException there ->
          "已经有 %s，不会换掉它。换一个名字，或先移走它。".formatted(there.getFile());
      case NoSuchFileException none -> "没有 %s，或者没有它的文件夹。检查路径。".formatted(none.getFile());
      case AccessDeniedException denied -> "%s 读写不了。检查它和文件夹的权限。".formatted(denied.getFile());
      case FileSystemException one ->
          "%s 读写不了（%s）。检查路径、权限和磁盘空间。"
              .formatted(one.getFile(), Objects.requireNonNullElse(one.getReason(), "disk"));
      default -> "磁盘读写不了（%s）。检查路径、权限和磁盘空间。".formatted(disk.getClass().getSimpleName());
    };
  }
}
