package dev.mailcheck.bench;

import java.util.Map;

/** What is measured. */
interface Contestant {
    /** Does all that it can for a mail; the words of the mechanisms that it has, by their names. */
    Map<String, String> judge(Sample mail);
}
