package org.lanshao.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The system's Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it; the test is skipped, and says so, where there is none. */
  static Browser start(Path profile) {
    Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
    var chromium = installed("chromium", "chromium-browser", "google-chrome");
    var driver = installed("chromedriver");
    if (chromium.isEmpty() || driver.isEmpty()) {
      System.out.println("The page is not tested: no chromium with chromedriver on this machine.");
    }
    Assumptions.assumeTrue(chromium.isPresent() && driver.isPresent(), "no browser found");
    var options = new ChromeOptions().setBinary(chromium.get().toFile());
    options.addArguments(FLAGS).addArguments("--user-data-dir=" + profile);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.get().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> installed(String... names) {
    var folders =
        Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")),
                Stream.of("/usr/bin", "/usr/lib/chromium"))
            .toList();
    return Arrays.stream(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens an address in a window of this size. */
  void open(String address, int width, int height) {
    resize(width, height);
    driver.get(address);
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The first element, waited for. */
  WebElement find(String selector) {
    return new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(browser -> browser.findElement(By.cssSelector(selector)));
  }

  /** Waits until something holds. */
  void await(String what, BooleanSupplier condition) {
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .withMessage(what)
        .until(browser -> condition.getAsBoolean());
  }

  /** Types into what has the focus, and presses Enter. */
  void type(String text) {
    driver.switchTo().activeElement().sendKeys(text, Keys.ENTER);
  }

  /** Presses the button of this label with the keyboard. */
  void pressButton(String selector, String label) {
    driver.findElements(By.cssSelector(selector)).stream()
        .filter(button -> button.getText().equals(label))
        .findFirst()
        .orElseThrow()
        .sendKeys(Keys.ENTER);
  }

  /** How many elements there are. */
  long count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  /** What a script returns. */
  @Nullable Object run(String script) {
    return driver.executeScript(script);
  }

  /** What the page said is wrong. */
  List<String> errors() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Keeps a picture in {@code target/screenshots}, to be looked at. */
  void keepPicture(String name) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
