package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MX_CONNECT_NOT_KNOWN;
import static dev.mailcheck.check.FindingCode.MX_CONNECT_NOT_TESTED;

import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.SmtpObservation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the mx check says of the mail hosts at port 25, and of who may issue their certificates. All
 * that is about the records of the DNS is said elsewhere; so is what the lack of an answer means
 * for a domain without MX.
 */
public final class MxConnectFindings {
    private MxConnectFindings() {}

    /**
     * The findings; of a domain without mail hosts, none. Where nothing could be seen, one that
     * says so.
     */
    public static List<Finding> of(Judgement judgement) {
        Optional<MxObservation> mx = judgement.seen().find(MxObservation.class);
        if (mx.isEmpty() || mx.get().hosts().isEmpty()) {
            return List.of();
        }
        List<Finding> caa = CaaFindings.of(judgement.seen());
        return Stream.concat(atPort25(judgement, mx.get()), caa.stream()).toList();
    }

    private static Stream<Finding> atPort25(Judgement judgement, MxObservation mx) {
        Optional<SmtpObservation> smtp = judgement.seen().find(SmtpObservation.class);
        if (smtp.isEmpty()) {
            String reason = judgement.seen().missingBecause(SmtpObservation.class);
            return Stream.of(without(MX_CONNECT_NOT_KNOWN, judgement, reason));
        }
        if (smtp.get().notProbed().isPresent()) {
            return Stream.of(
                    without(MX_CONNECT_NOT_TESTED, judgement, smtp.get().notProbed().get()));
        }
        List<MailAddress> addresses = MailAddress.of(mx, smtp.get());
        Stream<Finding> reach =
                new MxReachFindings(judgement, addresses).findings(mx.implicit()).stream();
        // What an interceptor offers and accepts is not what the hosts do.
        boolean intercepted = Vantage.of(judgement.seen()).obstacle().isPresent();
        return intercepted
                ? reach
                : Stream.concat(
                        reach, MxServiceFindings.of(judgement.domain(), addresses).stream());
    }

    private static Finding without(FindingCode code, Judgement judgement, String reason) {
        return Finding.of(code, judgement.domain(), "reason", reason);
    }

    /**
     * Whether any of the hosts answers at port 25: for a domain without MX, whose own addresses
     * then stand in, that decides whether it takes mail at all (RFC 5321, section 5.1). Empty where
     * that cannot be said from here.
     */
    public static Optional<Boolean> anyAnswers(Judgement judgement) {
        Optional<MxObservation> mx = judgement.seen().find(MxObservation.class);
        Optional<SmtpObservation> smtp = judgement.seen().find(SmtpObservation.class);
        return mx.isEmpty() || smtp.isEmpty()
                ? Optional.empty()
                : new MxReachFindings(judgement, MailAddress.of(mx.get(), smtp.get())).anyAnswers();
    }
}
