package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;

/** Fuzz target: any text as an address field, a Message-ID, or text with encoded words. */
public final class AddressFuzz {
    private AddressFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String value = new String(input, StandardCharsets.ISO_8859_1);
        AddressList list = AddressList.parse(value);
        for (Mailbox mailbox : list.mailboxes()) {
            mailbox.domainName()
                    .ifPresent(domain ->
                            RawMailFuzz.check(domain.chars().allMatch(c -> c < 0x80), "A-labels"));
            DisplayName.holdsOtherAddress(mailbox);
        }
        HeaderText.readable(value);
        MessageId.parse(value);
        ContentType.parse(value);
    }
}
