package dev.mailcheck.dane;

import dev.mailcheck.dane.DaneResult.Fault;
import dev.mailcheck.dane.DaneResult.Miss;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the TLSA records of a mail host against the certificates it served, as a mail sender does
 * (RFC 7672, section 3). Whether the records may be believed is not decided here: that takes
 * DNSSEC.
 */
public final class DaneMatching {
    /** Each record may cost signatures; a host in order has two to four. */
    static final int MAX_RECORDS = 20;

    private final List<TlsaRecord> usable;
    private final ServedChain chain;

    private DaneMatching(List<TlsaRecord> usable, ServedChain chain) {
        this.usable = usable;
        this.chain = chain;
    }

    /** The verdict; a chain without certificates fits nothing. */
    public static DaneResult of(List<TlsaRecord> records, ServedChain chain) {
        List<TlsaRecord> usable = usable(records);
        return usable.isEmpty()
                ? new DaneResult.Unusable()
                : new DaneMatching(usable, chain).match();
    }

    /** Those that a mail sender uses. */
    public static List<TlsaRecord> usable(List<TlsaRecord> records) {
        return records.stream().filter(TlsaRecord::usable).distinct().limit(MAX_RECORDS).toList();
    }

    private DaneResult match() {
        List<Miss> misses = new ArrayList<>();
        boolean notComputed = false;
        for (TlsaRecord record : usable) {
            switch (outcome(record)) {
                case AuthorityPath.Outcome.Found() -> {
                    return new DaneResult.Match(record, spare());
                }
                case AuthorityPath.Outcome.Missed(Fault fault) ->
                        misses.add(new Miss(record, fault));
                case AuthorityPath.Outcome.NotComputed() -> notComputed = true;
            }
        }
        return notComputed ? new DaneResult.NotComputed() : new DaneResult.NoMatch(misses);
    }

    private AuthorityPath.Outcome outcome(TlsaRecord record) {
        if (hasStronger(record)) {
            return new AuthorityPath.Outcome.Missed(Fault.WEAKER_DIGEST);
        }
        return record.usage() == TlsaRecord.DANE_EE
                ? own(record)
                : new AuthorityPath(chain).to(record);
    }

    /**
     * Neither name nor dates count: the DNS says that this is the key (RFC 7672, section 3.1.1).
     */
    private AuthorityPath.Outcome own(TlsaRecord record) {
        return namesOwn(record)
                ? new AuthorityPath.Outcome.Found()
                : new AuthorityPath.Outcome.Missed(Fault.OTHER_CERTIFICATE);
    }

    private boolean namesOwn(TlsaRecord record) {
        return chain.size() > 0 && chain.fits(record, 0);
    }

    /** Only the strongest digest of a kind is looked at (RFC 7671, section 9). */
    private boolean hasStronger(TlsaRecord record) {
        return record.matchingType() == TlsaRecord.SHA_256
                && usable.stream()
                        .anyMatch(other ->
                                other.matchingType() == TlsaRecord.SHA_512
                                        && other.usage() == record.usage()
                                        && other.selector() == record.selector());
    }

    private boolean spare() {
        return usable.stream()
                .anyMatch(record -> record.usage() == TlsaRecord.DANE_TA || !namesOwn(record));
    }
}
