package dev.mailcheck.answer;

import dev.mailcheck.message.HeaderField;
import dev.mailcheck.message.MimeBody;
import dev.mailcheck.message.MimePart;
import dev.mailcheck.message.MimeReading;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.report.Language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The language to answer in: the one that the mail asks for (RFC 3282), else Japanese if it is
 * written in it, else English.
 */
public final class SpokenLanguage {
    /** Bytes of a text that are looked at. */
    private static final int LOOKED_AT = 16 << 10;

    private SpokenLanguage() {}

    public static Language of(RawMail mail) {
        return Stream.of("Accept-Language", "Content-Language")
                .flatMap(name -> mail.first(name).stream())
                .flatMap(field -> named(field).stream())
                .findFirst()
                .orElseGet(() -> isJapanese(mail) ? Language.JA : Language.EN);
    }

    /** The first of a list; whoever writes weights writes them in falling order. */
    private static Optional<Language> named(HeaderField field) {
        return Arrays.stream(field.value().toLowerCase(Locale.ROOT).split(",", 20))
                .map(entry -> entry.split(";", 2)[0].strip().split("-", 2)[0])
                .flatMap(word -> Language.of(word).stream())
                .findFirst();
    }

    private static boolean isJapanese(RawMail mail) {
        return switch (MimeReading.of(mail)) {
            case TooComplex tooComplex -> false;
            case MimeBody body ->
                    body.parts().stream()
                            .filter(MimePart::isText)
                            .limit(2)
                            .anyMatch(part -> holdsKana(part.text(mail, LOOKED_AT)));
        };
    }

    /** Kana stand in every Japanese text, and in no other. */
    private static boolean holdsKana(String text) {
        return text.chars().filter(c -> c >= 0x3041 && c <= 0x30fa).limit(3).count() == 3;
    }
}
