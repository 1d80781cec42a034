package dev.mailcheck.dns;

import dev.mailcheck.bimi.BimiRecord;
import dev.mailcheck.dane.TlsaRecord;
import dev.mailcheck.dnssec.DelegationSigner;
import dev.mailcheck.dnssec.Nsec3Parameters;
import dev.mailcheck.dnssec.ZoneKey;
import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsRecord;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.tlsrpt.TlsRptRecord;

import java.nio.charset.StandardCharsets;

/** Fuzz target: any text as a record of the smaller mechanisms, or as an MTA-STS policy. */
public final class PolicyRecordsFuzz {
    private PolicyRecordsFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        MtaStsRecord.parse(text);
        MtaStsPolicy.parse(text);
        TlsRptRecord.parse(text);
        BimiRecord.parse(text);
        TlsaRecord.parse(text);
        DelegationSigner.parse(text);
        ZoneKey.parse(text);
        Nsec3Parameters.parse(text);
        IpLiteral.parse(text).ifPresent(IpLiteral::text);
    }
}
