package dev.mailcheck.dnsbl;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What a list said to one question; neither failure nor address: "not listed". No name of the DNS
 * is in it, since that could hold a key.
 *
 * @param failure why there is no answer
 * @param addresses the first of them
 * @param more how many more came
 */
@Json
public record ListReply(Optional<DnsFailure> failure, List<String> addresses, int more) {
    /** Nothing was said. */
    public static final ListReply NONE = new ListReply(Optional.empty(), List.of(), 0);

    /** Lists answer with a few addresses; what sends more is none. */
    private static final int MAX_ADDRESSES = 16;

    public ListReply {
        addresses = List.copyOf(addresses);
    }

    public static ListReply of(DnsAnswer answer) {
        List<String> data = answer.data();
        List<String> first = data.stream().limit(MAX_ADDRESSES).toList();
        return new ListReply(answer.failure(), first, data.size() - first.size());
    }
}
