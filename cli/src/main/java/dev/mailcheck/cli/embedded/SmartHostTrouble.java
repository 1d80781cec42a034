package dev.mailcheck.cli.embedded;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/**
 * Why a smart host did not take a mail, in words for the operator. Of what it said to the mail only
 * the code is told, for its text may hold addresses.
 */
final class SmartHostTrouble {
    private static final int LONGEST = 120;

    private SmartHostTrouble() {}

    static IOException of(MessagingException failed) {
        Optional<Integer> code = first(failed, SmartHostTrouble::code);
        if (code.map(SmartHostTrouble::isForGood).orElseGet(() -> isUnsendable(failed))) {
            return new ReplyRoad.Refused(
                    code.map(number -> "reply " + number).orElse("no address for it"), failed);
        }
        String why =
                code.map(number -> "reply " + number)
                        .or(() -> first(failed, SmartHostTrouble::connection))
                        .orElseGet(() -> line(failed));
        return new IOException(why, failed);
    }

    private interface Part<T> {
        Optional<T> of(Throwable failed);
    }

    private static <T> Optional<T> first(Throwable failed, Part<T> part) {
        return Stream.iterate(failed, each -> each != null, Throwable::getCause)
                .limit(10)
                .flatMap(each -> part.of(each).stream())
                .findFirst();
    }

    /** Of the reply that was given to the mail, its sender or its recipient. */
    private static Optional<Integer> code(Throwable failed) {
        return switch (failed) {
            case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> Optional.of(sender.getReturnCode());
            case SMTPSendFailedException send -> Optional.of(send.getReturnCode());
            default -> Optional.empty();
        };
    }

    /** 530 to 538 are about our log-in and not about this mail (RFC 4954, section 6). */
    private static boolean isForGood(int code) {
        return code >= 500 && (code < 530 || code > 538);
    }

    private static boolean isUnsendable(MessagingException failed) {
        return failed instanceof SendFailedException && failed.getNextException() == null;
    }

    private static Optional<String> connection(Throwable failed) {
        return switch (failed) {
            case AuthenticationFailedException said ->
                    Optional.of("it does not accept the log-in: " + line(said));
            case UnknownHostException unknown -> Optional.of("its name leads to no address");
            case ConnectException closed -> Optional.of("no connection: " + line(closed));
            case SocketTimeoutException silent -> Optional.of("it is silent");
            case SSLException tls -> Optional.of("TLS with it fails: " + line(tls));
            default -> Optional.empty();
        };
    }

    private static String line(Throwable failed) {
        String text = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        String shown = text.replaceAll("[^ -~]", "?");
        return shown.substring(0, Math.min(shown.length(), LONGEST));
    }
}
