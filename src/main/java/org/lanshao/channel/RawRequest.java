package org.lanshao.channel;

import java.util.Map;

/**
 * An HTTP request as it came in.
 *
 * @param method GET or POST
 * @param query parameters, percent-decoded once; the last value where one is given twice
 * @param body the bytes, at most the size limit of the route; empty for GET
 */
public record RawRequest(String method, Map<String, String> query, byte[] body) {}
