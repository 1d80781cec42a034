package dev.mailcheck.dmarc;

import java.nio.charset.StandardCharsets;

/** Fuzz target: any text as a DMARC record and as its addresses for reports. */
public final class DmarcFuzz {
    private DmarcFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        DmarcRecord.parse(text).ifPresent(DmarcFuzz::use);
        DmarcRecord.parse("v=DMARC1;" + text).ifPresent(DmarcFuzz::use);
        ReportUri.list(text);
    }

    private static void use(DmarcRecord record) {
        DmarcRemarks.of(record);
        record.standing();
        for (PolicyTag tag : PolicyTag.values()) {
            if (record.applied(tag).compareTo(record.asked(tag)) > 0) {
                throw new IllegalStateException("more is applied than asked");
            }
        }
    }
}
