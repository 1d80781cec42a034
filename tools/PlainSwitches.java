import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives every switch over types, in the classes below the folders named, a method of its own that
 * asks {@code instanceof} of one type after the other. What the switches mean stays as it is.
 *
 * <p>The JVM makes such a method for each switch when it is first used, which takes it up to a
 * millisecond, and keeps none of them in an AOT cache; a check goes through a hundred.
 */
public final class PlainSwitches {
    private static final MethodTypeDesc SELECTOR =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);

    private final ClassModel model;
    private final List<List<ClassDesc>> switches = new ArrayList<>();

    private PlainSwitches(ClassModel model) {
        this.model = model;
    }

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".class")).toList()) {
                    rewrite(file);
                }
            }
        }
    }

    /** Stack maps need to know which classes extend which: all must be on the class path. */
    private static void rewrite(Path file) throws IOException {
        ClassHierarchyResolver hierarchy =
                ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader());
        ClassFile context = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
        ClassModel model = context.parse(file);
        if (model.methods().stream().anyMatch(PlainSwitches::hasTypeSwitch)) {
            Files.write(file, context.transformClass(model, new PlainSwitches(model).transform()));
        }
    }

    private ClassTransform transform() {
        return new ClassTransform() {
            @Override
            public void accept(ClassBuilder builder, ClassElement element) {
                if (element instanceof MethodModel method && hasTypeSwitch(method)) {
                    builder.transformMethod(
                            method, MethodTransform.transformingCode(PlainSwitches.this::replace));
                } else {
                    builder.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder builder) {
                for (int i = 0; i < switches.size(); i++) {
                    addSelector(builder, i);
                }
            }
        };
    }

    private static boolean hasTypeSwitch(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(PlainSwitches::isTypeSwitch);
    }

    /** Labels may be constants too; those switches stay as they are. */
    private static boolean isTypeSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod() instanceof DirectMethodHandleDesc bootstrap
                && bootstrap.owner().displayName().equals("SwitchBootstraps")
                && bootstrap.methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (isTypeSwitch(element)) {
            InvokeDynamicInstruction call = (InvokeDynamicInstruction) element;
            code.invokestatic(
                    model.thisClass().asSymbol(),
                    name(switches.size()),
                    SELECTOR,
                    model.flags().has(AccessFlag.INTERFACE));
            switches.add(call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
        } else {
            code.with(element);
        }
    }

    private static String name(int number) {
        return "typeSwitch$" + number;
    }

    /**
     * As the JVM's own: -1 for null, the first fitting from the given one on, else their number.
     */
    private void addSelector(ClassBuilder builder, int number) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        builder.withMethodBody(
                name(number), SELECTOR, flags, code -> select(code, switches.get(number)));
    }

    private static void select(CodeBuilder code, List<ClassDesc> types) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < types.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(types.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
    }
}
