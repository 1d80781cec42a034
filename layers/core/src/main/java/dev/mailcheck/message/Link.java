package dev.mailcheck.message;

/**
 * A link in a mail, as a browser would follow it.
 *
 * @param url as found, decoded, at most 2,048 characters
 * @param host in lower case, without user and port: a name of A-labels where it can be one, or an
 *     IP address
 */
public record Link(String url, String host) {}
