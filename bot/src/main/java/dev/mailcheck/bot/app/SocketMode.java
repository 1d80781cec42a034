package dev.mailcheck.bot.app;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;

import java.io.IOException;
import java.util.function.Consumer;

/** The way in by Socket Mode: a connection that we open, so that nobody has to reach us. */
public final class SocketMode implements AutoCloseable {
    /** Requests that are worked on at once; the next ones wait. */
    private static final int AT_ONCE = 10;

    private final SocketModeApp connection;
    private final Consumer<RuntimeException> faults;

    private SocketMode(SocketModeApp connection, Consumer<RuntimeException> faults) {
        this.connection = connection;
        this.faults = faults;
    }

    /**
     * Connects, and again whenever the connection ends.
     *
     * @param appToken of the app, xapp-…
     * @throws IOException where Slack is not reached or does not take the token
     */
    public static SocketMode open(App app, String appToken, Consumer<RuntimeException> faults)
            throws IOException {
        try {
            SocketModeApp connection =
                    new SocketModeApp(
                            appToken, app, SocketModeClient.Backend.JavaWebSocket, AT_ONCE);
            connection.startAsync();
            return new SocketMode(connection, faults);
        } catch (IOException failed) {
            throw failed;
        } catch (Exception ofBolt) {
            throw new IOException(ofBolt);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (Exception ofBolt) {
            faults.accept(new IllegalStateException(ofBolt));
        }
    }
}
