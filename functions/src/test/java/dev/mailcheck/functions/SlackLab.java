package dev.mailcheck.functions;

import dev.mailcheck.bot.SlackAddresses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/**
 * The stand-in for Slack in place of the real one, at an address that is chosen before it opens.
 */
public final class SlackLab implements SlackPlace.Lab {
    /** The variable that names it. */
    public static final String URL = "MAILCHECK_LAB_SLACK";

    private static final URI HERE = free();

    private static URI free() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + probe.getLocalPort() + "/");
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Where the stand-in of this process will be. */
    public static URI url() {
        return HERE;
    }

    @Override
    public SlackAddresses addresses(Map<String, String> environment) {
        String url = environment.get(URL);
        return SlackAddresses.lab(url == null ? HERE : URI.create(url));
    }
}
