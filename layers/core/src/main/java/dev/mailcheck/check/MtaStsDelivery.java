package dev.mailcheck.check;

import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.tls.TlsFacts;

import java.time.Instant;

/**
 * What a sender that honours MTA-STS does at each address (RFC 8461, sections 4 and 5): the host
 * has to be in the policy, to speak TLS, and to show a certificate that is good for its name.
 */
final class MtaStsDelivery {
    private final MtaStsInForce inForce;
    private final Vantage vantage;
    private final Instant at;

    MtaStsDelivery(Judgement judgement) {
        this.inForce = MtaStsInForce.of(judgement);
        this.vantage = Vantage.of(judgement.seen());
        this.at = judgement.at();
    }

    StrictDelivery to(MailAddress address) {
        return switch (inForce) {
            case MtaStsInForce.Nothing nothing -> new StrictDelivery.NoRule("STS_NOT_IN_FORCE");
            case MtaStsInForce.NotKnown(String reason) -> new StrictDelivery.NotKnown(reason);
            case MtaStsInForce.Policy(MtaStsPolicy.Valid policy) ->
                    under(
                            policy.mode(),
                            policy.matches(address.host())
                                    ? overTls(address)
                                    : new StrictDelivery.Refuses("MX_NOT_IN_POLICY"));
        };
    }

    private static StrictDelivery under(MtaStsPolicy.Mode mode, StrictDelivery ifEnforced) {
        return mode == MtaStsPolicy.Mode.TESTING
                        && ifEnforced instanceof StrictDelivery.Refuses(String reason)
                ? new StrictDelivery.DeliversDespite(reason)
                : ifEnforced;
    }

    /** As if the policy were enforced, and the host in it. */
    StrictDelivery overTls(MailAddress address) {
        return switch (HostTls.of(address.sessions(), vantage)) {
            case HostTls.Works(TlsFacts facts) -> certified(address.host(), facts);
            case HostTls.Missing missing -> new StrictDelivery.Refuses("NO_STARTTLS");
            case HostTls.Refused refused -> new StrictDelivery.Refuses("STARTTLS_REFUSED");
            case HostTls.Failed(String reason, String detail) -> new StrictDelivery.Refuses(reason);
            case HostTls.TooOld tooOld -> new StrictDelivery.Refuses("TLS_TOO_OLD");
            case HostTls.NotKnown(String reason) -> new StrictDelivery.NotKnown(reason);
        };
    }

    private StrictDelivery certified(String host, TlsFacts facts) {
        return switch (StrictCertificate.of(host, facts, at)) {
            case StrictCertificate.Passes passes -> new StrictDelivery.Delivers("STS_POLICY_MET");
            case StrictCertificate.Fails(String reason) -> new StrictDelivery.Refuses(reason);
            case StrictCertificate.NotKnown(String reason) -> new StrictDelivery.NotKnown(reason);
        };
    }
}
