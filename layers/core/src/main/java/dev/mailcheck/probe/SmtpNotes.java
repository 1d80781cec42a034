package dev.mailcheck.probe;

import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpExchange;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;
import dev.mailcheck.smtp.SmtpTrouble;
import dev.mailcheck.smtp.Transcript;
import dev.mailcheck.tls.TlsFacts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes down a session while it runs. */
final class SmtpNotes {
    private final MailServer server;
    private final Transcript transcript;
    private final String ownAddress;
    private final List<SmtpExchange> exchanges = new ArrayList<>();
    private @Nullable Greeting greeting;
    private long bannerMillis;
    private boolean plaintextAfterStartTls;
    private @Nullable TlsFacts tls;
    private @Nullable SmtpTrouble trouble;
    private @Nullable RelayTrial relay;

    SmtpNotes(MailServer server, Transcript transcript, String ownAddress) {
        this.server = server;
        this.transcript = transcript;
        this.ownAddress = ownAddress;
    }

    void greeted(Greeting how) {
        greeting = how;
        bannerMillis = transcript.elapsedMillis();
    }

    void replied(SmtpStep step, SmtpReply reply) {
        exchanges.add(new SmtpExchange(step, reply));
    }

    void plaintextAfterStartTls() {
        plaintextAfterStartTls = true;
    }

    void tls(TlsFacts facts) {
        tls = facts;
    }

    void relay(RelayTrial trial) {
        relay = trial;
    }

    /** The first trouble ends a session; what follows from it is none of its own. */
    void failed(SmtpTrouble what) {
        trouble = trouble == null ? what : trouble;
    }

    SmtpSession session() {
        return new SmtpSession(
                server.host(),
                server.address(),
                Optional.empty(),
                Optional.ofNullable(greeting),
                bannerMillis,
                exchanges,
                plaintextAfterStartTls,
                Optional.ofNullable(tls),
                Optional.ofNullable(trouble),
                Optional.ofNullable(relay),
                ownAddress,
                transcript.lines());
    }
}
