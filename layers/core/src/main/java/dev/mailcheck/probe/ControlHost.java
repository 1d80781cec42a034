package dev.mailcheck.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail host that is known to be there and to offer STARTTLS, so that what fails at it fails here.
 *
 * @param host name or address
 */
record ControlHost(String host, int port) {
    private static final String FILE = "/control-hosts.txt";
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[([^\\]]+)\\]|([^:]+))(?::([0-9]{1,5}))?");

    /** HOST, HOST:PORT or [ADDRESS]:PORT; empty for another form. */
    static Optional<ControlHost> parse(String text, int defaultPort) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = matcher.group(3) == null ? defaultPort : Integer.parseInt(matcher.group(3));
        return Optional.of(new ControlHost(host, port));
    }

    /** The hosts of the built-in list, in the order in which to try them. */
    static List<ControlHost> builtIn() {
        try (InputStream file = ControlHost.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(host -> new ControlHost(host, 25))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
