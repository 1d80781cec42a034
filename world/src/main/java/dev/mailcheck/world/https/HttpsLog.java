package dev.mailcheck.world.https;

import java.util.ArrayList;
import java.util.List;

/** The request lines that reached one HTTPS host. Safe to read while requests come in. */
public final class HttpsLog {
    private final List<String> requests = new ArrayList<>();

    /** Returns the request lines in the order in which they came. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized void request(String line) {
        requests.add(line);
    }
}
