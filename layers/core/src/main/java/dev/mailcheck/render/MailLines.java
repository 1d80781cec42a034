package dev.mailcheck.render;

import dev.mailcheck.report.Report;
import dev.mailcheck.report.Report.MailView;
import dev.mailcheck.report.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The head of a report on a mail: whose it says it is, who sent it, how it came. */
final class MailLines {
    private final Words words;

    /** What is told, and what is known of it. */
    record Line(String label, String value) {}

    MailLines(Words words) {
        this.words = words;
    }

    /** None for a report on a domain. */
    List<Line> of(Report report) {
        return Optional.ofNullable(report.mail()).map(this::of).orElse(List.of());
    }

    private List<Line> of(MailView mail) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("from", mail.from().isEmpty() ? unknown() : String.join(", ", mail.from())));
        lines.add(line("sender", sender(mail)));
        lines.add(
                line(
                        "mailfrom",
                        Optional.ofNullable(mail.mailFrom()).map(this::path).orElse(unknown())));
        lines.add(line("encryption", encryption(mail)));
        Optional.ofNullable(mail.receivedBy())
                .map(by -> line("receiver", by))
                .ifPresent(lines::add);
        if (!mail.receiverSaw().isEmpty()) {
            lines.add(line("receiver.saw", String.join(", ", mail.receiverSaw())));
        }
        if (!mail.forwarded().isEmpty()) {
            lines.add(line("forwarded", forwarded(mail)));
        }
        return List.copyOf(lines);
    }

    private Line line(String name, String value) {
        return new Line(words.phrase("mail." + name), value);
    }

    private String unknown() {
        return words.phrase("mail.unknown");
    }

    private String path(String mailFrom) {
        return mailFrom.isEmpty() ? words.phrase("mail.null.sender") : mailFrom;
    }

    private String sender(MailView mail) {
        String address = Optional.ofNullable(mail.clientIp()).orElse("");
        String named =
                Optional.ofNullable(mail.clientName())
                        .filter(name -> !address.isEmpty())
                        .map(name -> address + " (" + name + ")")
                        .orElse(address);
        Optional<String> helo = Optional.ofNullable(mail.helo());
        if (named.isEmpty()) {
            return helo.map(name -> words.phrase("mail.sender.helo.only", Map.of("helo", name)))
                    .orElse(unknown());
        }
        return helo.filter(name -> !name.equals(mail.clientName()))
                .map(name ->
                        words.phrase("mail.sender.helo", Map.of("client", named, "helo", name)))
                .orElse(named);
    }

    private String encryption(MailView mail) {
        if (mail.encrypted() == null) {
            return unknown();
        }
        return mail.encrypted()
                ? Optional.ofNullable(mail.tls())
                        .orElseGet(() -> words.phrase("mail.encryption.some"))
                : words.phrase("mail.encryption.none");
    }

    private String forwarded(MailView mail) {
        return String.join(
                ", ",
                Stream.of(mail.forwarded())
                        .flatMap(List::stream)
                        .map(sign -> words.phrase("mail.forwarded." + sign))
                        .toList());
    }
}
