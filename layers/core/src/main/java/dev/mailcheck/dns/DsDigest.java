package dev.mailcheck.dns;

import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;

import java.util.Arrays;
import java.util.Set;

/** Whether a DS record names a key (RFC 4034, section 5.1.4). */
final class DsDigest {
    private static final Set<Integer> KNOWN =
            Set.of(DNSSEC.Digest.SHA1, DNSSEC.Digest.SHA256, DNSSEC.Digest.SHA384);

    private DsDigest() {}

    /** False also for digests that we do not compute. */
    static boolean names(DSRecord ds, DNSKEYRecord key) {
        return ds.getFootprint() == key.getFootprint()
                && ds.getAlgorithm() == key.getAlgorithm()
                && KNOWN.contains(ds.getDigestID())
                && Arrays.equals(
                        ds.getDigest(),
                        new DSRecord(key.getName(), key.getDClass(), 0, ds.getDigestID(), key)
                                .getDigest());
    }
}
