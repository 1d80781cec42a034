package dev.mailcheck.service;

import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.answer.MailAddresses.Addressee;
import dev.mailcheck.report.Language;
import dev.mailcheck.service.MailDesk.Waiting;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.Hashed;
import dev.mailcheck.store.Secret;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The checks that wait for their mail: the id opens the page, the token of an address leads to the
 * check. Both stand in the claims as hashes, as long as the addresses take mail.
 */
final class OpenMailChecks {
    private static final String SEPARATOR = " ";

    private final Claims claims;
    private final MailAddresses addresses;
    private final Clock clock;
    private final RandomGenerator random;

    /** The check that an address leads to. */
    record Led(Hashed id, Language language) {
        private static Led read(String held) {
            List<String> parts = List.of(held.split(SEPARATOR));
            return new Led(new Hashed(parts.getFirst()), Language.valueOf(parts.getLast()));
        }

        private String text() {
            return id.hex() + SEPARATOR + language.name();
        }
    }

    OpenMailChecks(Claims claims, MailAddresses addresses, Clock clock, RandomGenerator random) {
        this.claims = claims;
        this.addresses = addresses;
        this.clock = clock;
        this.random = random;
    }

    Waiting open(Language language) {
        Instant until = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(MailDesk.OPEN);
        Secret id = Secret.random(random);
        OpenMailCheck check = new OpenMailCheck(Secret.random(random), language, until);
        claims.claim(page(id.hashed()), check.sealed(id), until);
        claims.claim(address(check.token()), new Led(id.hashed(), language).text(), until);
        return waiting(id, check);
    }

    Optional<Waiting> waiting(Secret id) {
        return claims.holder(page(id.hashed()))
                .flatMap(text -> OpenMailCheck.unsealed(text, id))
                .map(check -> waiting(id, check));
    }

    private Waiting waiting(Secret id, OpenMailCheck check) {
        return new Waiting(
                id,
                check.language(),
                addresses.any(check.token()),
                addresses.tlsOnly(check.token()),
                check.until());
    }

    /** Empty where the address leads to none, or to none any longer. */
    Optional<Led> of(Addressee addressee) {
        return addressee instanceof Addressee.OneTime(Secret token, boolean _)
                ? claims.holder(address(token)).map(Led::read)
                : Optional.empty();
    }

    private static String page(Hashed id) {
        return "mail-check/" + id.hex();
    }

    private static String address(Secret token) {
        return "mail-address/" + token.hashed().hex();
    }
}
