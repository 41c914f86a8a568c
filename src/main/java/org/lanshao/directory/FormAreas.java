package org.lanshao.directory;

import java.util.List;
import java.util.Optional;
import org.lanshao.form.Form;
import org.lanshao.form.FormSource;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;

/** Forms that are limited to a county or town: {@code area} names it by its code or its name. */
public final class FormAreas {
  private final Directory directory;

  /** Of the areas of this directory. */
  public FormAreas(Directory directory) {
    this.directory = directory;
  }

  /**
   * Whether somebody of this area may open a form: one without a limit, or limited to an area that
   * theirs lies in, or that lies in theirs. Nobody when the directory no longer has its area.
   */
  public boolean allows(Form form, AreaCode speaker) {
    return form.area().isEmpty()
        || area(form)
            .map(Area::code)
            .filter(area -> directory.within(speaker, area) || directory.within(area, speaker))
            .isPresent();
  }

  /** How the area of a form is called; as its file writes it when the directory has none. */
  public String name(Form form) {
    return area(form).map(directory::fullName).orElse(form.area().orElse(""));
  }

  private Optional<Area> area(Form form) {
    return form.area()
        .flatMap(
            text ->
                find(text) instanceof Found.One(Area area) ? Optional.of(area) : Optional.empty());
  }

  private Found find(String text) {
    var byCode = directory.area(new AreaCode(text));
    if (byCode.isPresent()) {
      return new Found.One(byCode.get());
    }
    var city = directory.areas().stream().filter(area -> area.parent().isEmpty()).findFirst();
    return city.map(widest -> directory.find(text, widest.code())).orElse(new Found.Nothing());
  }

  /** Tells every {@code area} that is no county or town of the directory, or not one alone. */
  public void check(List<FormSource> sources, Mistakes mistakes) {
    for (FormSource source : sources) {
      source.form().area().ifPresent(text -> check(text, source.at("area"), mistakes));
    }
  }

  private void check(String text, Line at, Mistakes mistakes) {
    switch (find(text)) {
      case Found.Nothing() ->
          mistakes.add(
              DirectoryCode.NO_SUCH_FORM_AREA,
              at,
              "通讯录里没有“%s”这个地方。".formatted(text),
              "写 areas.csv 里的编码或名字，例如 445381 或 罗定市。");
      case Found.Several(List<Area> areas) ->
          mistakes.add(
              DirectoryCode.SEVERAL_FORM_AREAS,
              at,
              "叫“%s”的地方有 %d 个。".formatted(text, areas.size()),
              "写编码，例如 %s 是%s。"
                  .formatted(areas.getFirst().code(), directory.fullName(areas.getFirst())));
      case Found.One(Area area) -> {
        if (area.kind() != Area.Kind.COUNTY && area.kind() != Area.Kind.TOWN) {
          mistakes.add(
              DirectoryCode.FORM_AREA_KIND,
              at,
              "%s 不是县区，也不是镇街。".formatted(area.name()),
              "area 只能是一个县区或镇街；不限地方就删掉 area。");
        }
      }
    }
  }
}
