package dev.mailcheck.http;

import dev.mailcheck.service.Quotas;
import dev.mailcheck.service.SourceNetwork;
import dev.mailcheck.store.ApiKey;
import dev.mailcheck.store.ApiKeys;
import dev.mailcheck.store.Hashed;

import java.time.Duration;
import java.util.Optional;

/**
 * Who may ask for checks, and how often: whoever has an API key (RFC 6750, section 2.1), or where
 * the operator has opened the service, everybody, counted by network.
 */
final class Gate {
    private static final String SCHEME = "bearer ";

    private final ApiKeys keys;
    private final Quotas quotas;
    private final boolean open;

    Gate(ApiKeys keys, Quotas quotas, boolean open) {
        this.keys = keys;
        this.quotas = quotas;
        this.open = open;
    }

    boolean isOpen() {
        return open;
    }

    /**
     * Lets the request in, or not.
     *
     * @param typed a key that came with a form
     * @return whom its checks are counted for
     */
    String admit(HttpRequest request, Optional<String> typed) {
        Optional<String> given = typed.filter(key -> !key.isBlank()).or(() -> bearer(request));
        if (given.isEmpty() && open) {
            return SourceNetwork.of(request.source());
        }
        return given.flatMap(this::holder)
                .orElseThrow(() ->
                        ProblemException.of(
                                Problem.UNAUTHORIZED,
                                given.isEmpty()
                                        ? "Send an API key: Authorization: Bearer KEY."
                                        : "This API key is not known here."));
    }

    private static Optional<String> bearer(HttpRequest request) {
        return request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    private Optional<String> holder(String key) {
        Hashed hashed = Hashed.of(key.strip());
        return keys.find(hashed)
                .filter(known -> known.key().isSame(hashed))
                .map(ApiKey::name)
                .map(name -> "key/" + name);
    }

    /** Counts an input that nobody can use, if the problem is one. */
    void countMistake(String source, ProblemException problem) {
        if (problem.problem().isMistake()) {
            mistake(source);
        }
    }

    /** Counts one more check of this source. */
    void count(String source) {
        Optional<Duration> wait = quotas.take(source);
        if (wait.isPresent()) {
            throw ProblemException.later(
                    Problem.TOO_MANY, "Too many checks from your side.", wait.get());
        }
    }

    /** Counts an input that nobody can use. */
    void mistake(String source) {
        quotas.mistake(source);
    }
}
