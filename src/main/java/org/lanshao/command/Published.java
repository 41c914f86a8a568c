package org.lanshao.command;

import java.util.List;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/**
 * What of records may stand in a newsletter, which goes to whoever reads it. Nobody is named whole;
 * free words are told of forms alone that are filled in before everybody and name nobody.
 */
public final class Published {
  private Published() {}

  /** The questions of a form whose answers may be told as they are. */
  public static List<Question> questions(Form form) {
    boolean open = isOpen(form);
    return form.questions().stream().filter(one -> isTold(one.type(), open)).toList();
  }

  /** Whether a record of a form says whom it is about. */
  public static boolean names(Form form) {
    return form.questions().stream().anyMatch(question -> names(question.type()));
  }

  private static boolean names(Type type) {
    return type instanceof Type.Household
        || type instanceof Type.Person
        || type instanceof Type.Matter;
  }

  private static boolean isOpen(Form form) {
    return form.chats() != Form.Chats.PRIVATE
        && form.readers().isEmpty()
        && !form.urgent()
        && !names(form);
  }

  private static boolean isTold(Type type, boolean open) {
    return switch (type) {
      case Type.Text text -> open;
      case Type.Whole ignored -> true;
      case Type.Decimal ignored -> true;
      case Type.YesNo ignored -> true;
      case Type.Choice ignored -> true;
      case Type.Choices ignored -> true;
      case Type.Date ignored -> true;
      case Type.Time ignored -> true;
      case Type.DateTime ignored -> true;
      case Type.Place ignored -> true;
      case Type.Computed ignored -> true;
      case Type.Household ignored -> false;
      case Type.Person ignored -> false;
      case Type.Phone ignored -> false;
      case Type.IdNumber ignored -> false;
      case Type.Photos ignored -> false;
      case Type.File ignored -> false;
      case Type.Location ignored -> false;
      case Type.Group ignored -> false;
      case Type.Matter ignored -> false;
      case Type.Note ignored -> false;
    };
  }
}
