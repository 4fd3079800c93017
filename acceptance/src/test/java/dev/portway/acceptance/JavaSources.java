package dev.portway.acceptance;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the product's own Java files look like, as the compiler's parser sees them. */
final class JavaSources {

    private final List<TypeSeen> types = new ArrayList<>();
    private final List<MethodSeen> methods = new ArrayList<>();
    private final List<ImportSeen> imports = new ArrayList<>();

    private JavaSources() {}

    /** Everything below {@code src/main} of all modules. */
    static JavaSources main() {
        List<Path> files = mainFiles();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaSources sources = new JavaSources();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            Iterable<? extends JavaFileObject> units = manager
                    .getJavaFileObjectsFromPaths(files.stream().map(Repository.HOME::resolve).toList());
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            for (CompilationUnitTree unit : task.parse()) {
                sources.look(unit, Trees.instance(task).getSourcePositions());
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> mainFiles() {
        return Repository.files(".java").stream().filter(path -> path.toString().contains("src/main/java")).toList();
    }

    List<TypeSeen> types() {
        return List.copyOf(types);
    }

    List<MethodSeen> methods() {
        return List.copyOf(methods);
    }

    List<ImportSeen> imports() {
        return List.copyOf(imports);
    }

    private void look(CompilationUnitTree unit, SourcePositions positions) {
        Path file = Repository.HOME.relativize(Path.of(unit.getSourceFile().toUri()));
        unit.getImports().forEach(line -> imports.add(new ImportSeen(file, line.getQualifiedIdentifier().toString())));
        LineMap lines = unit.getLineMap();
        new TreePathScanner<@Nullable Void, String>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, String owner) {
                String name = type.getSimpleName().toString();
                types.add(new TypeSeen(file, name));
                return super.visitClass(type, name);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, String owner) {
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                methods.add(
                        new MethodSeen(file, owner, method.getName().toString(), (int) (last - first + 1), method.getParameters().size()));
                return super.visitMethod(method, owner);
            }
        }.scan(unit, "");
    }

    /** A class, record, interface or enum; the name is empty for an anonymous one. */
    record TypeSeen(Path file, String name) {}

    /** A method; a constructor is called {@code <init>}. Lines count from its annotations to its last brace. */
    record MethodSeen(Path file, String type, String name, int lines, int parameters) {}

    record ImportSeen(Path file, String imported) {}
}
