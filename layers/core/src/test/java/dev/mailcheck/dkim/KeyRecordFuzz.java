package dev.mailcheck.dkim;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Fuzz target: any text as a key record or a tag list, and any bytes as a key. */
public final class KeyRecordFuzz {
    private KeyRecordFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        DkimKeyRecord.parse(text);
        DkimKeyRecord.parse("p=" + Base64.getEncoder().encodeToString(input));
        SignatureCrypto.forManyMails().key(text);
        SignatureCrypto.forOneMail().key(text);
        TagList.ofField(text);
        checkWritten(TagList.parse(text));
    }

    /** What was read well is read the same when it is written. */
    private static void checkWritten(TagList list) {
        boolean writable = list.faults().isEmpty() && list.tags().size() < 100;
        if (writable && !TagList.parse(list.text()).equals(list)) {
            throw new IllegalStateException("not the same list: " + list.text());
        }
    }
}
