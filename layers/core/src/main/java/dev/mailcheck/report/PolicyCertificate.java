package dev.mailcheck.report;

import dev.mailcheck.check.Judgement;
import dev.mailcheck.check.MtaStsInForce;
import dev.mailcheck.probe.MtaStsObservation;

import java.util.stream.Stream;

/**
 * The certificate of the host that serves the MTA-STS policy, where one is in force: without it no
 * sender gets the policy anew (RFC 8461, section 3.3). The policy's own {@code max_age} is no
 * break: while the host is sound senders fetch it again, and where it is not, when each of them
 * forgets its copy is not known.
 */
final class PolicyCertificate implements OutlookSource {
    @Override
    public Stream<Break> in(Judgement judgement) {
        return MtaStsInForce.of(judgement) instanceof MtaStsInForce.Policy
                ? judgement.seen().find(MtaStsObservation.class).stream()
                        .flatMap(PolicyCertificate::ending)
                : Stream.empty();
    }

    private static Stream<Break> ending(MtaStsObservation seen) {
        return seen.visits().stream()
                .flatMap(visit -> visit.tls().stream())
                .flatMap(facts -> CertificateEnds.of(seen.host(), facts).stream());
    }
}
