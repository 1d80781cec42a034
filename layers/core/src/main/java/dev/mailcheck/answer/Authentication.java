package dev.mailcheck.answer;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dmarc.DmarcReason;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.dmarc.DmarcWord;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.probe.MailDmarcObservation;
import dev.mailcheck.probe.MailSpfObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SignaturesObservation;
import dev.mailcheck.spf.SpfResult;
import dev.mailcheck.spf.SpfWord;

import java.util.List;
import java.util.Optional;

/**
 * What SPF, DKIM and DMARC say of a mail, as far as it decides whether somebody may be answered:
 * DMARC where there is a record, else whether SPF or DKIM vouch for the author's very domain or one
 * above it.
 */
public record Authentication(Optional<SpfResult> spf, DkimResult dkim, DmarcResult dmarc) {
    /** Who vouches for the author. */
    enum Outcome {
        /** The envelope: its sender may be written to. */
        BY_SPF,
        /** A signature over the author field: the author may be written to. */
        BY_DKIM,
        /** Nobody. */
        FAILED,
        /** The DNS kept it from us. */
        NOT_KNOWN
    }

    /** What was seen of a mail; empty where something is missing. */
    public static Optional<Authentication> of(Observations seen) {
        Optional<MailSpfObservation> spf = seen.find(MailSpfObservation.class);
        Optional<SignaturesObservation> dkim = seen.find(SignaturesObservation.class);
        Optional<MailDmarcObservation> dmarc = seen.find(MailDmarcObservation.class);
        return spf.isPresent() && dkim.isPresent() && dmarc.isPresent()
                ? Optional.of(
                        new Authentication(
                                spf.get().sender(), dkim.get().dkim(), dmarc.get().dmarc()))
                : Optional.empty();
    }

    Outcome outcome() {
        if (dmarc.result() == DmarcWord.PASS) {
            return dmarc.spfAligned() ? Outcome.BY_SPF : Outcome.BY_DKIM;
        }
        if (dmarc.reason() == DmarcReason.NO_RECORD) {
            return withoutRecord();
        }
        boolean open =
                dmarc.result() == DmarcWord.TEMPERROR
                        || dmarc.reason() == DmarcReason.SPF_NOT_KNOWN;
        return open ? Outcome.NOT_KNOWN : Outcome.FAILED;
    }

    private Outcome withoutRecord() {
        String author = dmarc.fromDomain().orElse("");
        if (spf.filter(result -> result.result() == SpfWord.PASS)
                .filter(result -> vouches(result.domain(), author))
                .isPresent()) {
            return Outcome.BY_SPF;
        }
        if (anyVouches(dkim.authenticated(), author)) {
            return Outcome.BY_DKIM;
        }
        boolean open =
                anyVouches(dkim.undecided(), author)
                        || spf.filter(result -> result.result() == SpfWord.TEMPERROR)
                                .filter(result -> vouches(result.domain(), author))
                                .isPresent();
        return open ? Outcome.NOT_KNOWN : Outcome.FAILED;
    }

    private static boolean anyVouches(List<DnsName> domains, String author) {
        return domains.stream().anyMatch(domain -> vouches(domain.text(), author));
    }

    /** A domain speaks for itself and for what is below it, and a top-level domain for nothing. */
    private static boolean vouches(String domain, String author) {
        String name = Names.plain(domain);
        String other = Names.plain(author);
        return name.contains(".") && (other.equals(name) || other.endsWith("." + name));
    }
}
