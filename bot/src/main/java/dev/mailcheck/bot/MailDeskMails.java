package dev.mailcheck.bot;

import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;

import java.net.URI;
import java.util.Optional;

/** Addresses of the desk that takes test mails. */
public final class MailDeskMails implements TestMails {
    private final MailDesk desk;

    public MailDeskMails(MailDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Addresses> open(Language language, Optional<URI> base) {
        MailDesk.Waiting open = desk.open(language);
        Optional<URI> page =
                base.map(at ->
                        URI.create(
                                at + "/checks/" + open.id().text() + "?lang=" + language.word()));
        return Optional.of(
                new Addresses(
                        open.id(), open.any(), Optional.of(open.tlsOnly()), page, open.until()));
    }
}
