package dev.mailcheck.http;

import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.service.Quotas;
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
    private static final int IPV4_PREFIX = 32;
    private static final int IPV6_PREFIX = 56;

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
            return network(request.source());
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

    /** Whoever has an IPv6 address has a whole network of them. */
    private static String network(String address) {
        return IpLiteral.parse(address)
                .map(parsed -> {
                    byte[] bytes = parsed.getAddress();
                    int kept = (bytes.length == 4 ? IPV4_PREFIX : IPV6_PREFIX) / 8;
                    StringBuilder network = new StringBuilder("net");
                    for (int i = 0; i < kept; i++) {
                        network.append('/').append(bytes[i] & 0xff);
                    }
                    return network.toString();
                })
                .orElse("net/unknown");
    }
}
