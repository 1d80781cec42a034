package dev.mailcheck.dns;

import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.util.Set;
import java.util.stream.Collectors;

/** Whether two replies say the same of a name: signatures, order and times to live aside. */
final class SameAnswer {
    private SameAnswer() {}

    static boolean of(Question question, Message one, Message other) {
        Set<String> records = records(question, one);
        return records.equals(records(question, other))
                && (!records.isEmpty() || one.getRcode() == other.getRcode());
    }

    /** What an alias leads to is another name's matter. */
    private static Set<String> records(Question question, Message message) {
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getName().equals(question.name()))
                .filter(record ->
                        record.getType() == question.type() || record.getType() == Type.CNAME)
                .map(SameAnswer::text)
                .collect(Collectors.toSet());
    }

    private static String text(Record record) {
        return Type.string(record.getType()) + " " + WireData.of(record);
    }
}
