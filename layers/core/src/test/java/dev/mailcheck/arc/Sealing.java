package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignedMails;
import dev.mailcheck.dkim.Signing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts ARC sets on mails in tests (RFC 8617, section 5.1). */
public final class Sealing {
    private final List<String> sealed = new ArrayList<>();
    private String mail;

    Sealing(String mail) {
        this.mail = mail;
    }

    /** A mail with this many sets, nothing changed in between. */
    public static String chain(int sets) {
        Sealing sealing = new Sealing(SignedMails.MAIL);
        for (int i = 1; i <= sets; i++) {
            sealing.add();
        }
        return sealing.mail();
    }

    /** The next set, as it should be. */
    Sealing add() {
        return add(signature -> signature, seal -> seal);
    }

    /** The next set with signatures changed before they are made. */
    Sealing add(UnaryOperator<Signing> messageSignature, UnaryOperator<Signing> seal) {
        int instance = sealed.size() / 3 + 1;
        return add(instance, instance == 1 ? "none" : "pass", messageSignature, seal);
    }

    Sealing add(
            int instance,
            String status,
            UnaryOperator<Signing> messageSignature,
            UnaryOperator<Signing> seal) {
        String results = "ARC-Authentication-Results: i=" + instance + "; mx.example.net; spf=pass";
        String signature =
                messageSignature
                        .apply(Signing.messageSignature(SignedMails.RSA, instance))
                        .field(mail);
        sealed.add(results);
        sealed.add(signature);
        String sealField =
                seal.apply(Signing.seal(SignedMails.RSA, instance, status)).field(sealed);
        sealed.add(sealField);
        mail = String.join("\r\n", sealField, signature, results, mail);
        return this;
    }

    /** Changes the mail, as lists do. */
    Sealing replace(String old, String with) {
        mail = mail.replace(old, with);
        return this;
    }

    String mail() {
        return mail;
    }
}
