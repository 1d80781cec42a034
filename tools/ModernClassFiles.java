import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Gives every class of the jars named the file version of Java 8 and the stack maps that go with
 * it, if it is older. The code stays as it is.
 *
 * <p>The JVM verifies classes without stack maps by its old, slow verifier and keeps none of them
 * in an AOT cache; picocli, built for Java 5, then costs a third of a start.
 */
public final class ModernClassFiles {
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private final Map<ClassDesc, ClassHierarchyInfo> ours = new HashMap<>();

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            new ModernClassFiles().rewrite(Path.of(jar));
        }
    }

    private void rewrite(Path jar) throws IOException {
        Map<ZipEntry, byte[]> entries = entries(jar);
        if (entries.entrySet().stream().noneMatch(ModernClassFiles::isOld)) {
            return;
        }
        entries.forEach(this::remember);
        Path modern = jar.resolveSibling(jar.getFileName() + ".modern");
        try (OutputStream file = Files.newOutputStream(modern);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<ZipEntry, byte[]> entry : entries.entrySet()) {
                ZipEntry named = new ZipEntry(entry.getKey().getName());
                named.setTime(entry.getKey().getTime());
                out.putNextEntry(named);
                out.write(isOld(entry) ? modern(entry.getValue()) : entry.getValue());
            }
        }
        Files.move(modern, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<ZipEntry, byte[]> entries(Path jar) throws IOException {
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry, in.readAllBytes());
            }
        }
        return entries;
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
    }

    /** Bytes 6 and 7 of a class file are its major version (JVMS, section 4.1). */
    private static boolean isOld(Map.Entry<ZipEntry, byte[]> entry) {
        return isClass(entry.getKey()) && entry.getValue()[7] < FIRST_WITH_STACK_MAPS;
    }

    /** Stack maps need to know which classes extend which. */
    private void remember(ZipEntry entry, byte[] bytes) {
        if (isClass(entry)) {
            ClassModel model = ClassFile.of().parse(bytes);
            ClassDesc name = model.thisClass().asSymbol();
            boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
            Optional<ClassDesc> parent = model.superclass().map(type -> type.asSymbol());
            ours.put(
                    name,
                    isInterface
                            ? ClassHierarchyInfo.ofInterface()
                            : ClassHierarchyInfo.ofClass(parent.orElse(null)));
        }
    }

    private byte[] modern(byte[] old) {
        ClassHierarchyResolver hierarchy =
                ((ClassHierarchyResolver) ours::get)
                        .orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile context =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        return context.transformClass(context.parse(old), ModernClassFiles::modernise);
    }

    /** Bodies are written anew, instruction by instruction, for only then they get stack maps. */
    private static void modernise(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case ClassFileVersion old -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            case MethodModel method ->
                    builder.transformMethod(
                            method, MethodTransform.transformingCode(CodeBuilder::with));
            default -> builder.with(element);
        }
    }
}
