package dev.portway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the measurements that are asked for, all when none is named, and prints a table for each. */
public final class Bench {
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("steps", StepsMeasured::table);
        ALL.put("journeys", JourneysMeasured::table);
        ALL.put("preflight", PreflightMeasured::table);
        ALL.put("waiting", WaitingMeasured::table);
        ALL.put("starts", StartsMeasured::table);
        ALL.put("sandbox", SandboxMeasured::table);
        ALL.put("large", LargeMeasured::table);
    }

    private Bench() {}

    /** One thing that is measured, in a folder of its own. */
    interface Measurement {
        Table table(Path folder) throws Exception;
    }

    public static void main(String[] asked) throws Exception {
        List<String> names = asked.length == 0 ? List.copyOf(ALL.keySet()) : List.of(asked);
        for (String name : names) {
            Measurement measurement = ALL.get(name);
            if (measurement == null) {
                System.err.println("There is no measurement " + name + "; there are " + String.join(", ", ALL.keySet()));
                System.exit(2);
                return;
            }
            System.out.println(measurement.table(folder(name)));
        }
    }

    private static Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory("portway-bench-" + name + "-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            // A temporary folder: the machine clears what we could not.
        }
    }
}
