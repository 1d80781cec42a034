package dev.mailcheck.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fuzz target: any text as a date, a Received-SPF field, a page with links, a TLS option. */
public final class FieldsFuzz {
    private FieldsFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        MailDate.parse(text);
        ReceivedSpf.parse(text);
        Tls.parse(text);
        ReturnPath.of(text);
        WrittenAddress.parse(text);
        HtmlEntities.decode(text);
        List<String> links = new ArrayList<>();
        HtmlLinks.find(text, links::add);
        TextLinks.find(text, links::add);
        links.forEach(Url::read);
        TransferEncoding.base64(input, 0, input.length);
        TransferEncoding.quotedPrintable(input);
    }
}
