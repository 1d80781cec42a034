package dev.mailcheck.dns;

import dev.mailcheck.dns.Security.State;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.dnssec.ValidatingResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * dnsjava's validator. It is made with the first question, for its classes and the arithmetic of
 * elliptic curves take time to load.
 */
final class Validator {
    private static final int MAX_REASON = 200;

    private final Supplier<ValidatingResolver> maker;
    private final Executor executor;
    private @Nullable ValidatingResolver made;

    Validator(KeySource source, TrustAnchorSet anchors, Clock clock, Executor executor) {
        this.maker = () -> make(source, anchors, clock);
        this.executor = executor;
    }

    private static ValidatingResolver make(KeySource source, TrustAnchorSet anchors, Clock clock) {
        P256Verification.install();
        ValidatingResolver resolver = new ValidatingResolver(source, clock);
        try {
            resolver.init(settings());
            resolver.loadTrustAnchors(anchors.records());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return resolver;
    }

    /** One valid path is enough (RFC 6840, section 5.11), as for the resolvers out there. */
    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("dnsjava.dnssec.harden_algo_downgrade", "false");
        return settings;
    }

    /** Its word on a question whose reply has come. */
    CompletableFuture<Security> validate(Question question) {
        Message query =
                Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        CompletionStage<Message> judged = resolver().sendAsync(query, executor);
        return judged.handle((message, failure) ->
                        failure == null
                                ? read(question, message)
                                : Security.of(
                                        State.UNKNOWN, question + ": the proof cannot be judged"))
                .toCompletableFuture();
    }

    private synchronized ValidatingResolver resolver() {
        ValidatingResolver resolver = made != null ? made : maker.get();
        made = resolver;
        return resolver;
    }

    private static Security read(Question question, Message message) {
        if (message.getHeader().getFlag(Flags.AD)) {
            return Security.of(State.SECURE, "");
        }
        if (message.getHeader().getRcode() == Rcode.SERVFAIL) {
            return Security.of(State.BOGUS, question + ": " + reason(message));
        }
        return Security.of(State.INSECURE, "");
    }

    private static String reason(Message message) {
        List<EDNSOption> options =
                message.getOPT() == null ? List.of() : message.getOPT().getOptions();
        Optional<ExtendedErrorCodeOption> error =
                options.stream()
                        .filter(ExtendedErrorCodeOption.class::isInstance)
                        .map(ExtendedErrorCodeOption.class::cast)
                        .findFirst();
        return error.map(e -> said(e) + " (extended error " + e.getErrorCode() + ")")
                .orElse("does not validate");
    }

    /** Its reason without the records it quotes. */
    private static String said(ExtendedErrorCodeOption error) {
        String text = String.valueOf(error.getText()).replaceAll("\\{ ?(\\S+).*\\}?", "$1");
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.length() > MAX_REASON ? plain.substring(0, MAX_REASON) : plain;
    }
}
