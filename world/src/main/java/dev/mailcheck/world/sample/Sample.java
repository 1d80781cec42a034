package dev.mailcheck.world.sample;

import java.util.Locale;

/**
 * One domain that {@code mailcheck demo} offers.
 *
 * @param domain its name in ASCII, to be checked
 * @param english one line on what is to be seen
 * @param japanese the same in Japanese
 */
public record Sample(String domain, String english, String japanese) {
    /** Returns the description in a language; English where there is no translation. */
    public String description(Locale locale) {
        return locale.getLanguage().equals("ja") ? japanese : english;
    }
}
