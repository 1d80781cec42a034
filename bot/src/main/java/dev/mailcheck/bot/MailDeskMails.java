package dev.mailcheck.bot;

import dev.mailcheck.bot.message.CheckButtons;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk;

import java.net.URI;
import java.util.Optional;

/** Addresses of the desk that takes test mails; two where the waiting page shows two. */
public final class MailDeskMails implements TestMails {
    private final MailDesk desk;

    public MailDeskMails(MailDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Addresses> open(Language language, Optional<URI> base) {
        MailDesk.Waiting open = desk.open(language);
        return Optional.of(
                new Addresses(
                        open.id(),
                        open.any(),
                        Optional.of(open.tlsOnly()).filter(address -> desk.addresses().both()),
                        new CheckButtons(open.id(), base).page(language),
                        open.until()));
    }
}
