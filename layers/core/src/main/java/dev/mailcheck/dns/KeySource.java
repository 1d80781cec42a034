package dev.mailcheck.dns;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * What the validator sees of the DNS: our replies, each question asked once. It keeps in mind which
 * links of chains did not come, for the validator takes some of these for insecure or bogus.
 */
final class KeySource implements Resolver {
    static final String TOO_MANY = "more records than are validated";

    private final Asker asker;
    private final Map<Question, Reply.Missing> missing = new ConcurrentHashMap<>();
    private final Map<Name, Message> keys = new ConcurrentHashMap<>();

    KeySource(Asker asker) {
        this.asker = asker;
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        Question question =
                new Question(query.getQuestion().getName(), query.getQuestion().getType());
        return asker.ask(question).thenApplyAsync(reply -> handOver(question, reply), executor);
    }

    /** A copy: the validator writes into its messages. */
    private Message handOver(Question question, Reply reply) {
        return switch (reply) {
            case Reply.Missing none -> throw without(question, none);
            case Reply.Received(Message message) when Signatures.tooMany(message) ->
                    throw without(question, new Reply.Missing(DnsFailure.MALFORMED, TOO_MANY));
            case Reply.Received(Message message) -> {
                if (question.type() == Type.DNSKEY) {
                    keys.put(question.name(), message);
                }
                yield message.clone();
            }
        };
    }

    private CompletionException without(Question question, Reply.Missing none) {
        missing.put(question, none);
        return new CompletionException(new IOException(none.detail()));
    }

    /** A link of the chain to this name that did not come. */
    Optional<Reply.Missing> missingAbove(Name name) {
        return missing.entrySet().stream()
                .filter(entry -> isLink(entry.getKey()) && name.subdomain(entry.getKey().name()))
                .map(Map.Entry::getValue)
                .findAny();
    }

    private static boolean isLink(Question question) {
        return question.type() == Type.DS || question.type() == Type.DNSKEY;
    }

    /**
     * A zone at or above this name that has two keys with one tag: allowed (RFC 4035, section
     * 5.3.1), but the validator tries only the first of them.
     */
    Optional<Name> sharedTagAbove(Name name) {
        return keys.entrySet().stream()
                .filter(entry -> name.subdomain(entry.getKey()) && hasSharedTag(entry.getValue()))
                .map(Map.Entry::getKey)
                .findAny();
    }

    private static boolean hasSharedTag(Message message) {
        Set<List<Integer>> tags = new HashSet<>();
        for (Record record : message.getSection(Section.ANSWER)) {
            if (record instanceof DNSKEYRecord key
                    && !tags.add(List.of(key.getAlgorithm(), key.getFootprint()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void setPort(int port) {}

    @Override
    public void setTCP(boolean flag) {}

    @Override
    public void setIgnoreTruncation(boolean flag) {}

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

    @Override
    public void setTSIGKey(TSIG key) {}

    @Override
    public void setTimeout(Duration timeout) {}
}
