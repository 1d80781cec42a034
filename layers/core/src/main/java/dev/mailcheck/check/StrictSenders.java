package dev.mailcheck.check;

import dev.mailcheck.probe.MxObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpObservation;

import java.util.List;
import java.util.Optional;

/**
 * What senders that insist on TLS do at each address of the mail hosts that was visited: the join
 * of all rules by which a domain can have them insist.
 *
 * @param mtaSts by MTA-STS (RFC 8461)
 * @param dane by DANE (RFC 7672)
 */
public record StrictSenders(
        String host, String address, StrictDelivery mtaSts, StrictDelivery dane) {

    /** One for each address, best host first; none where no mail host was visited. */
    public static List<StrictSenders> of(Judgement judgement) {
        Observations seen = judgement.seen();
        Optional<MxObservation> mx = seen.find(MxObservation.class);
        Optional<SmtpObservation> smtp = seen.find(SmtpObservation.class);
        if (mx.isEmpty() || smtp.isEmpty()) {
            return List.of();
        }
        MtaStsDelivery mtaSts = new MtaStsDelivery(judgement);
        List<DaneVerdict> dane = DaneVerdict.of(judgement);
        return MailAddress.of(mx.get(), smtp.get()).stream()
                .map(at ->
                        new StrictSenders(at.host(), at.address(), mtaSts.to(at), byDane(at, dane)))
                .toList();
    }

    private static StrictDelivery byDane(MailAddress at, List<DaneVerdict> verdicts) {
        return verdicts.stream()
                .filter(v -> v.host().equals(at.host()) && v.address().equals(at.address()))
                .map(StrictDelivery::of)
                .findFirst()
                .orElseGet(() -> new StrictDelivery.NotKnown("NOT_RUN"));
    }
}
