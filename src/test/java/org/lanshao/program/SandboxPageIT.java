package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.picture.Typeface;

/** The sandbox page in a real browser, before the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxPageIT {
  private Browser browser;
  private Program program;
  private String address;

  @BeforeAll
  void start(@TempDir Path profile, @TempDir Path dir) {
    browser = Browser.start(profile);
    program = Program.start(Installation.onSqlite(dir).withAllConversations());
    address = "http://127.0.0.1:" + program.installation().port() + "/";
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (program != null) {
      program.close();
    }
  }

  private void openAs(String person, int width) {
    browser.open(address, width, 800);
    browser.await("the line is up", () -> "已连接".equals(text("#line")));
    if (width < 900) {
      browser.find("nav [data-shows=people]").click();
    }
    browser.find("[data-person=" + person + "]").click();
  }

  private String text(String selector) {
    browser.find(selector);
    // In one step: the page may draw the element anew at any time.
    return String.valueOf(
        browser.run("return document.querySelector('" + selector + "')?.innerText ?? ''"));
  }

  private String lastReply() {
    return text("#log > li:last-child");
  }

  /** Says something with the keyboard alone, and waits for the reply. */
  private String say(String words) {
    long before = replies();
    browser.type(words);
    return replyAfter(before);
  }

  private String replyAfter(long before) {
    browser.await("a reply", () -> replies() > before);
    return lastReply();
  }

  private long replies() {
    return browser.count("#log > li.desk");
  }

  @Test
  void aWorkerFilesAVisitAndTheCoordinatorCountsIt() throws Exception {
    openAs("w1", 1280);

    press("走访");
    say("富林镇");
    say("张三");
    press("入户");
    say("三个");
    say("日常");
    press("否");
    assertThat(say("跳过")).contains("提交");
    browser.keepPicture("review-1280");
    assertThat(say("提交")).containsPattern("V\\d+");
    browser.keepPicture("visit-1280");

    openAs("c1", 1280);
    assertThat(say("统计 今天")).contains("1");
    assertHarmless();
  }

  @Test
  void aCountIsSeenAsAPicture() throws Exception {
    assumeTrue(Typeface.installed().isPresent(), "no Chinese font on this machine");
    openAs("c1", 1280);
    say("统计 走访 本月");
    say("图");
    browser.await("the picture", () -> isDrawn("#log .drawn img"));
    browser.keepPicture("chart-1280");
    assertHarmless();
  }

  @Test
  void aNewFormAppearsWithoutARestartAndCanBeFilled() throws Exception {
    openAs("w8", 1280);
    var conversations = program.installation().dir().resolve("conversations");
    Files.delete(conversations.resolve("noted.yaml")); // gives its letter back
    var file = conversations.resolve("探访养老院.yaml");
    Files.writeString(
        file,
        """
        id: nursing_home
        title: 探访养老院登记
        number: N
        start: [探访养老院, 养老院]
        who: [worker, head]
        questions:
          - {id: place, type: place, ask: 养老院在哪里？}
          - {id: elders, type: integer, ask: 看望了多少位老人？, unit: [人, 位]}
        count:
          - {measure: elders_seen, label: 人次, add: elders}
        receipt: 已登记 {no}：{place} {elders}。
        """);
    browser.await("the form, before all", () -> text("#forms .forms li").contains("探访养老院登记"));
    say("养老院富林镇");
    assertThat(say("五位")).contains("提交");
    assertThat(say("提交")).containsPattern("已登记 N\\d+：富林镇").contains("5人次");
    browser.keepPicture("new-form-1280");
    Files.delete(file);
    browser.await("no form", () -> !text("#forms .forms").contains("探访养老院登记"));
    assertHarmless();
  }

  @Test
  void aPhotoIsSentKeptAndJoinsTheVisit(@TempDir Path folder) throws Exception {
    openAs("w6", 1280);
    long before = replies();
    browser.find("#file").sendKeys(photo(folder).toString());
    assertThat(replyAfter(before)).contains("放到哪里");
    browser.await("the thumbnail", () -> isDrawn("#log img"));
    assertThat(say("走访")).contains("1个照片或文件已经放进走访登记");
    say("富林镇");
    say("张三");
    press("入户");
    say("三个");
    say("日常");
    press("否");
    assertThat(say("跳过")).contains("照片：1张");
    browser.keepPicture("photo-1280");
    var receipt = say("提交");
    assertThat(receipt).contains("收到照片或文件1个");

    var number = receipt.replaceAll("(?s).*?(V\\d+).*", "$1");
    browser.await("it is fetched", () -> say("明细 " + number).contains("照片和文件：1个已存"));
    assertHarmless();
  }

  @Test
  void whatIsNoPhotoIsRefusedAndAPlaceIsSentFromTheMap(@TempDir Path folder) throws Exception {
    openAs("w7", 1280);
    long before = replies();
    var program =
        Files.write(
            folder.resolve("photo.jpg"),
            "MZ a program".repeat(99).getBytes(StandardCharsets.UTF_8));
    browser.find("#file").sendKeys(program.toString());
    replyAfter(before);
    browser.await("an apology", () -> text("#log").contains("打不开"));
    say("不要了");

    before = replies();
    browser.find("#locate").click();
    browser.find("#map button").click();
    assertThat(replyAfter(before)).contains("位置收到了");
    assertHarmless();
  }

  private static Path photo(Path folder) throws java.io.IOException {
    var picture = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x9cc4e8), 0, 260, new Color(0xe9f2f7)));
    pen.fillRect(0, 0, 640, 420);
    pen.setColor(new Color(0x6f8f5f));
    pen.fillPolygon(
        new int[] {0, 190, 360, 520, 640, 640, 0},
        new int[] {250, 130, 240, 160, 230, 420, 420},
        7);
    pen.setColor(new Color(0xd9cbb0));
    pen.fillRect(220, 220, 220, 150);
    pen.setColor(new Color(0x8c4a36));
    pen.fillPolygon(new int[] {200, 330, 460}, new int[] {225, 140, 225}, 3);
    pen.setColor(new Color(0x5b4636));
    pen.fillRect(305, 290, 50, 80);
    pen.dispose();
    var file = folder.resolve("house.jpg");
    ImageIO.write(picture, "jpg", file.toFile());
    return file;
  }

  private boolean isDrawn(String image) {
    return Boolean.TRUE.equals(
        browser.run(
            "const i = document.querySelector('" + image + "'); return !!i && i.naturalWidth > 0"));
  }

  /** Presses one of the choices of the newest message by keyboard. */
  private void press(String choice) {
    long before = replies();
    browser.pressButton("#log > li:last-child .choices button", choice);
    replyAfter(before);
  }

  @Test
  void whatIsSaidInAGroupIsSeenThere() {
    openAs("w2", 1280);
    browser.find("[data-group=g1] button").click();
    say("帮助");

    assertThat(text("[data-group=g1]")).contains("帮助", "蓝哨");
    assertHarmless();
  }

  @Test
  void aPhonesWidthIsEnough() throws Exception {
    openAs("w3", 360);
    browser.find("#text").click();
    say("帮助");

    for (String view : List.of("people", "groups", "forms", "talk")) {
      browser.find("nav [data-shows=" + view + "]").click();
      assertFits(view);
    }
    assertHarmless();
  }

  private void assertFits(String name) throws Exception {
    assertThat(browser.run("return document.documentElement.scrollWidth")).as(name).isEqualTo(360L);
    browser.keepPicture("phone-" + name);
  }

  @Test
  void aWarningIsSentConfirmedAndLiftedOnAPhone() throws Exception {
    openAs("c1", 360);
    browser.find("#text").click();
    var preview = say("预警 暴雨 红 富林镇");
    assertThat(preview).contains("预览", "暴雨红色预警", "发给1个站");
    var number = preview.replaceAll("(?s).*?(N\\d+) .*", "$1");
    assertFits("warning-preview");
    press("发出");
    assertThat(lastReply()).contains(number + " 已发1个站");
    assertFits("warning-sent");

    openAs("h1", 360);
    browser.find("nav [data-shows=groups]").click();
    browser.await("the group has it", () -> text("[data-group=g1]").contains("【暴雨红色预警】" + number));
    assertFits("warning-group");
    browser.find("nav [data-shows=talk]").click();
    browser.find("#text").click();
    assertThat(say("收到")).contains(number + " 已确认");

    openAs("c1", 360);
    browser.find("#text").click();
    assertThat(say("进度 " + number)).contains("发1，已确认1，未确认0，送不到0", "甄站长");
    assertFits("warning-progress");
    assertThat(say("解除 " + number)).contains("预览", "解除暴雨红色预警");
    press("发出");
    assertThat(lastReply()).contains(number + " 解除了");
    assertThat(say("进度")).contains("没有等着确认");
    assertHarmless();
  }

  @Test
  void aFormWriterSeesTheMistakesAndTheDrawingAsSoonAsTheFileIsSaved() throws Exception {
    openAs("w5", 1280);
    var file = program.installation().dir().resolve("conversations/noted.yaml");
    var good = Files.readString(file);
    Files.writeString(file, good.replace("type: text", "type: txt"));
    browser.await("mistakes", () -> browser.count("#forms .mistakes li") > 0);
    assertThat(text("#forms .mistakes li")).contains("noted.yaml 第 9 行", "L206", "text");
    browser.keepPicture("forms-refused-1280");

    Files.writeString(file, good.replace("哪一户？", "是谁家？"));
    browser.await("no mistakes", () -> browser.count("#forms .mistakes li") == 0);
    browser.pressButton("#forms .forms button[aria-label=试填记事]", "试填");
    browser.await("the new question", () -> lastReply().contains("是谁家？"));
    browser.run("document.querySelectorAll('#forms details').forEach(d => d.open = true)");
    browser.await(
        "drawings",
        () ->
            Boolean.TRUE.equals(
                browser.run(
                    "return [...document.querySelectorAll('#forms img')].some(i => i.naturalWidth >"
                        + " 0)")));
    browser.keepPicture("forms-1280");
    assertHarmless();
  }

  @Test
  void aMessageThatIsNotTakenIsShownAndSentAgainUnderItsId() {
    openAs("w4", 1280);
    browser.run(
        "window.taken = []; const real = window.fetch; window.fetch = (path, options) => {"
            + " taken.push(JSON.parse(options.body).id); return taken.length > 1 ? real(path,"
            + " options) : Promise.reject(new Error('off')); }");
    browser.type("帮助");
    browser.find("#log .failed button").click();
    browser.await("a reply", () -> replies() == 1);

    assertThat(browser.run("return taken.length === 2 && taken[0] === taken[1]")).isEqualTo(true);
    assertThat(browser.count("#log > li.mine")).isEqualTo(1);
    assertHarmless();
  }

  @Test
  void theWordsAreDrawnInAFontThatHasThem() {
    browser.open(address, 1280, 800);

    assertThat(
            browser.run(
                "const draw = (word) => { const c = document.createElement('canvas'); const x ="
                    + " c.getContext('2d'); x.font = getComputedStyle(document.body).font;"
                    + " x.fillText(word, 10, 30); return c.toDataURL(); }; return new Set(['蓝',"
                    + " '哨', '\\uE123'].map(draw)).size"))
        .isEqualTo(3L);
  }

  private void assertHarmless() {
    assertThat(browser.errors()).isEmpty();
    assertThat(
            browser.run(
                "return performance.getEntriesByType('resource').map(e => e.name)"
                    + ".filter(name => !name.startsWith(location.origin))"))
        .isEqualTo(List.of());
  }
}
