package dev.mailcheck.dnsbl;

import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The lists that mailcheck knows, read from {@code block-lists.json}. */
public final class BlockLists {
    /** What asks about addresses. */
    public static final Set<ListKind> ADDRESSES = EnumSet.of(ListKind.IP4, ListKind.IP6);

    /** What asks about names. */
    public static final Set<ListKind> NAMES = EnumSet.of(ListKind.DOMAIN);

    /** The word in place of a list that switches all of them off. */
    public static final String NONE = "none";

    private static final String RESOURCE = "/block-lists.json";

    /** More than anyone names on purpose. */
    private static final int MAX_NAMED = 20;

    private final List<BlockList> all;

    public BlockLists(List<BlockList> all) {
        this.all = List.copyOf(all);
    }

    /** Read once, when first asked for. */
    private static final class File {
        static final BlockLists LISTS = read();

        private File() {}
    }

    /** Those of the data file, in its order. */
    public static BlockLists known() {
        return File.LISTS;
    }

    private static BlockLists read() {
        try (InputStream file =
                Objects.requireNonNull(BlockLists.class.getResourceAsStream(RESOURCE))) {
            return new BlockLists(
                    Jsonb.instance()
                            .<List<BlockList>>type(Types.listOf(BlockList.class))
                            .fromJson(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public List<BlockList> all() {
        return all;
    }

    /** Those that were named, else the usual ones, as far as their terms and our keys go. */
    public ListChoice choose(Set<ListKind> kinds, List<String> named, ListAccess access) {
        return named.isEmpty() ? usual(kinds, access) : new ListChoice(named(named), List.of());
    }

    private List<AskedList> named(List<String> zones) {
        return zones.stream().distinct().limit(MAX_NAMED).map(zone -> asked(zone, true)).toList();
    }

    private ListChoice usual(Set<ListKind> kinds, ListAccess access) {
        List<BlockList> ofKind =
                all.stream()
                        .filter(list -> list.kinds().stream().anyMatch(kinds::contains))
                        .sorted(Comparator.comparing(BlockList::weight))
                        .toList();
        return new ListChoice(
                ofKind.stream().flatMap(list -> zoneFor(list, access).stream()).toList(),
                ofKind.stream()
                        .filter(list -> zoneFor(list, access).isEmpty())
                        .flatMap(list -> list.zone().stream())
                        .toList());
    }

    private static Optional<AskedList> zoneFor(BlockList list, ListAccess access) {
        boolean free = access.use() == ListUse.COMMAND_LINE || list.terms().hosted();
        return list.keyed()
                .filter(keyed -> access.keys().contains(keyed.variable()))
                .map(KeyedZone::shown)
                .or(() -> list.zone().filter(zone -> free))
                .map(shown -> new AskedList(shown, list, false));
    }

    /** The list behind a zone as it is shown, so that a recording can be judged. */
    public AskedList asked(String shown, boolean named) {
        BlockList list =
                all.stream()
                        .filter(each -> each.shown().anyMatch(shown::equalsIgnoreCase))
                        .findFirst()
                        .orElseGet(() -> BlockList.named(shown));
        return new AskedList(shown, named ? list.raised() : list, named);
    }

    /** All zones that have a key in their names. */
    List<KeyedZone> keyed() {
        return all.stream().flatMap(list -> list.keyed().stream()).toList();
    }
}
