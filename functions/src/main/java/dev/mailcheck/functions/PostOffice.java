package dev.mailcheck.functions;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.functions.store.AwsClients;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

import java.util.Map;
import java.util.Objects;

/** Hands answers over to SES, each once: what SES does not answer is not tried again here. */
final class PostOffice {
    /** Tags of our mails, by which news of them is known. */
    static final String RUN = "run";

    static final String WAY = "way";

    private final SesClient ses;
    private final String from;
    private final Map<Way, String> configurationSets;

    /** How an answer is to travel. */
    enum Way {
        OVER_TLS,
        ANYHOW
    }

    PostOffice(SesClient ses, String from, Map<Way, String> configurationSets) {
        this.ses = ses;
        this.from = from;
        this.configurationSets = Map.copyOf(configurationSets);
    }

    static PostOffice ofThisProcess(String from, Map<String, String> environment) {
        return new PostOffice(
                AwsClients.ofThisProcess().ses(),
                from,
                Map.of(
                        Way.OVER_TLS,
                        variable(environment, "MAILCHECK_OVER_TLS"),
                        Way.ANYHOW,
                        variable(environment, "MAILCHECK_ANYHOW")));
    }

    private static String variable(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    /**
     * Hands it over.
     *
     * @throws SesException with a status below 500 where SES did not take it
     */
    void send(OutgoingMail mail, Way way) {
        ses.sendRawEmail(r ->
                r.source(from)
                        .destinations(mail.to())
                        .configurationSetName(configurationSets.get(way))
                        .tags(tag(RUN, mail.run()), tag(WAY, way.name()))
                        .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(mail.content()))));
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }
}
