package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Reading;

/**
 * Takes pictures, files and points as answers: of the open question, or of the first other one that
 * takes them, whenever they come before the form is submitted.
 */
final class Receiving {
  /** How many towns near a point are offered. */
  private static final int NEAREST = 3;

  private Receiving() {}

  static Step receive(Input input, Move move) {
    return switch (input) {
      case Input.Photo(Media media) -> photo(media, move);
      case Input.Paper(Media media) ->
          asked(Type.File.class::isInstance, move)
              .map(question -> taken(question, new Value.File(media), move))
              .orElseGet(() -> unwanted(DialogueWords.NO_FILE, move));
      case Input.Spot(Point point) ->
          asked(Receiving::isWhere, move)
              .map(question -> where(question, point, move))
              .orElseGet(() -> unwanted(DialogueWords.NO_LOCATION, move));
    };
  }

  private static boolean isWhere(Type type) {
    return type instanceof Type.Location || type instanceof Type.Place;
  }

  /** A picture answers a question for a file only while that is open. */
  private static Step photo(Media media, Move move) {
    if (open(move).filter(question -> question.type() instanceof Type.File).isPresent()) {
      return taken(open(move).orElseThrow(), new Value.File(media), move);
    }
    return asked(Type.Photos.class::isInstance, move)
        .map(question -> photo(question, media, move))
        .orElseGet(() -> unwanted(DialogueWords.NO_PHOTO, move));
  }

  private static Step photo(Question question, Media media, Move move) {
    var photos = new ArrayList<>(before(question, move));
    int max = question.type() instanceof Type.Photos(int most) ? most : 0;
    var slots = Map.of("label", question.label(), "count", Integer.toString(max));
    if (photos.size() >= max) {
      move.say(DialogueWords.PHOTOS_TOO_MANY, slots);
      return move.ask();
    }
    photos.add(media);
    Taking.take(question, new Value.Photos(photos), move);
    if (photos.size() == max) {
      move.say(DialogueWords.PHOTOS_FULL, slots);
    }
    return move.ask();
  }

  /** The photos that came before; opened by 改N, the question begins anew. */
  private static List<Media> before(Question question, Move move) {
    boolean anew =
        move.stage() instanceof Stage.Asking(Question open, boolean editing)
            && editing
            && open.id().equals(question.id());
    return !anew
            && move.session().answers().get(question.id()).orElse(new Value.YesNo(false))
                instanceof Value.Photos(List<Media> photos)
        ? photos
        : List.of();
  }

  private static Step taken(Question question, Value value, Move move) {
    Answering.echo(question, value, move);
    Taking.take(question, value, move);
    return move.ask();
  }

  /** Offers the towns near a point; without any, asks for the place by its name. */
  private static Step where(Question question, Point point, Move move) {
    Directory directory = move.context().hearing().directory();
    var near =
        directory.nearest(point, NEAREST).stream()
            .map(town -> place(town, directory))
            .<Value>map(place -> there(question.type(), point, place))
            .toList();
    if (near.isEmpty() && question.type() instanceof Type.Place) {
      move.say(DialogueWords.POINT_WHERE, Map.of("label", question.label()));
      return move.end();
    }
    var alone = List.<Value>of(new Value.Location(Optional.of(point), Optional.empty()));
    move.happen(new Event.Offered(question.id(), near.isEmpty() ? alone : near));
    return move.ask();
  }

  private static Value.Place place(Area town, Directory directory) {
    return new Value.Place(town.code().text(), directory.fullName(town));
  }

  private static Value there(Type type, Point point, Value.Place place) {
    return type instanceof Type.Place
        ? place
        : new Value.Location(Optional.of(point), Optional.of(place));
  }

  /** What was said while towns near a point were offered: another place for the same point. */
  static Reading there(List<Value> offered, Reading said) {
    var point =
        offered.stream()
            .flatMap(
                value -> value instanceof Value.Location at ? at.point().stream() : Stream.of())
            .findFirst();
    return switch (said) {
      case Reading.Understood(Value value) -> new Reading.Understood(at(point, value));
      case Reading.Ambiguous(List<Value> candidates) ->
          new Reading.Ambiguous(candidates.stream().map(value -> at(point, value)).toList());
      default -> said; // nothing was found
    };
  }

  private static Value at(Optional<Point> point, Value value) {
    return value instanceof Value.Location location && location.point().isEmpty()
        ? new Value.Location(point, location.place())
        : value;
  }

  private static Step unwanted(DialogueWords words, Move move) {
    move.say(words, Map.of("title", move.session().form().title()));
    return move.misunderstood();
  }

  /** The open question if it takes such answers, else the first that does. */
  private static Optional<Question> asked(Predicate<Type> takes, Move move) {
    var path = move.path();
    return Stream.of(open(move).stream(), path.asked().stream(), path.extras().stream())
        .flatMap(questions -> questions)
        .filter(question -> takes.test(question.type()))
        .findFirst();
  }

  private static Optional<Question> open(Move move) {
    Optional<QuestionId> open = move.session().open();
    return open.flatMap(id -> Items.question(move.session().form(), id));
  }
}
