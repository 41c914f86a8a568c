package org.lanshao.form;

/**
 * A point on the map; private.
 *
 * @param latitude in degrees, -90 to 90
 * @param longitude in degrees, -180 to 180
 */
public record Point(double latitude, double longitude) {
  /** Refuses what lies nowhere. */
  public Point {
    if (!isOnEarth(latitude, longitude)) {
      throw new IllegalArgumentException("a point that is not on the map");
    }
  }

  /**
   * How far apart two points are, in degrees of latitude: right to some percent between places of
   * one province, which is enough to tell the nearest.
   */
  public double distance(Point other) {
    double north = latitude - other.latitude;
    double east = (longitude - other.longitude) * Math.cos(Math.toRadians(latitude));
    return Math.hypot(north, east);
  }

  /** Whether there is such a point. */
  public static boolean isOnEarth(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }
}
