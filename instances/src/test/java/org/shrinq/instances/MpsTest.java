package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.text.InstanceException;

/** MPS texts; optima by enumeration. */
class MpsTest {
    private static Instance read(String text) {
        return TestFiles.read("f", text.replace('|', '\n') + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        -3@NAME m|ROWS| N c| L r1|COLUMNS| M1 'MARKER' 'INTORG'| a c -3 r1 2| b c -2 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 2|BOUNDS| BV B a| BV B b|ENDATA
        4@NAME|OBJSENSE MAX|ROWS| N c| L r1|COLUMNS| M1 'MARKER' 'INTORG'| a c 3 r1 2| b c 2 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 2 c -1|BOUNDS| BV B a| BV B b|ENDATA
        4@NAME|OBJSENSE|    MAXIMIZE|ROWS| N c| L r1|COLUMNS| M1 'MARKER' 'INTORG'| a c 3 r1 2| b c 2 r1 1| M2 'MARKER' 'INTEND'|RHS| r1 2 c -1|BOUNDS| BV a| UP b 1|ENDATA
        -7.5@NAME m|ROWS| N c| G r1|COLUMNS| M1 'MARKER' 'INTORG'| i c 1.5 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 -5|BOUNDS| LI B i -20| UI B i 20|ENDATA
        2@NAME m|ROWS| N c| L r1|COLUMNS| M1 'MARKER' 'INTORG'| i c 1 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 5|RANGES| R r1 3|BOUNDS| UP B i 9|ENDATA
        3@NAME m|ROWS| N c| G r1|COLUMNS| M1 'MARKER' 'INTORG'| i c 1 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 3|RANGES| R r1 -2|BOUNDS| UP B i 9|ENDATA
        5@NAME m|OBJSENSE MAX|ROWS| N c| E r1|COLUMNS| M1 'MARKER' 'INTORG'| i c 1 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 3|RANGES| R r1 2|BOUNDS| UP B i 9|ENDATA
        1@NAME m|ROWS| N c| E r1|COLUMNS| M1 'MARKER' 'INTORG'| i c 1 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 3|RANGES| R r1 -2|BOUNDS| UP B i 9|ENDATA
        6@NAME m|ROWS| N c| G r1|COLUMNS| k c 2| M1 'MARKER' 'INTORG'| a c 1 r1 1| b c 3 r1 1| M2 'MARKER' 'INTEND'|RHS| R r1 1|BOUNDS| FX B k 2.5|ENDATA
        -2@NAME m|ROWS| N c|COLUMNS| M1 'MARKER' 'INTORG'| a c 1| b c -1| M2 'MARKER' 'INTEND'|RHS|BOUNDS| BV B a| BV B b|QUADOBJ| a b -2| a a 0|ENDATA
        -2@NAME m|ROWS| N c|COLUMNS| M1 'MARKER' 'INTORG'| a c 1| b c -1| M2 'MARKER' 'INTEND'|RHS|BOUNDS| BV B a| BV B b|QMATRIX| a b -2| b a -2|ENDATA
        0.5@NAME m|ROWS| N c|COLUMNS| M1 'MARKER' 'INTORG'| i c -1| M2 'MARKER' 'INTEND'|RHS| R c -1|BOUNDS| UP B i 4|QUADOBJ| i i 1|ENDATA
        2@NAME m|OBJSENSE MAX|ROWS| N c| L q|COLUMNS| M1 'MARKER' 'INTORG'| a c 1| b c 1| d c 1| M2 'MARKER' 'INTEND'|RHS| R q 2|BOUNDS| BV B a| BV B b| BV B d|QCMATRIX q| a b 1| b a 1| b d 1| d b 1| a d 1| d a 1|ENDATA
        1@NAME m|OBJSENSE MAX|ROWS| N c| L r|COLUMNS| M1 'MARKER' 'INTORG'| z c -2| a c 1 r 1| b c 1 r 1| M2 'MARKER' 'INTEND'|RHS| R r 1|BOUNDS| BV B z| BV B a| BV B b|INDICATORS| IF r z 0|ENDATA
        """)
    void optima(double optimum, String text) {
        Instance instance = read(text);
        assertThat(instance.format()).isEqualTo(Format.MPS);
        assertThat(Optima.of(instance)).as(text).hasValue(optimum);
    }

    /** Where the row can reach it, 1e21 is a number. */
    @Test
    void largeSidesAreNumbersWhereTheRowReachesThem() {
        String text = "NAME m|OBJSENSE MAX|ROWS| N c| L r|COLUMNS| M1 'MARKER' 'INTORG'| a c 1 r 1e21| b c 2 r 1e21|"
                + " M2 'MARKER' 'INTEND'|RHS| R r 1e21|BOUNDS| BV B a| BV B b|ENDATA";
        assertThat(Optima.of(read(text))).hasValue(2);
        assertThat(read(text.replace("R r 1e21", "R r 1e30")).problem().model().constraints())
                .isEmpty();
        assertThatThrownBy(() -> read(text.replace("R r 1e21", "R r 1e21 c"))).isInstanceOf(InstanceException.class);
    }

    @Test
    void fixedFormatHasNamesWithBlanks() {
        String text = """
                * fixed
                NAME          with blanks
                ROWS
                 N  cost
                 L  my row
                COLUMNS
                    MARKER                 'MARKER'                 'INTORG'
                    item one  cost              -3.0   my row             2.0
                    item two  cost              -2.0   my row             1.0
                    MARKER                 'MARKER'                 'INTEND'
                RHS
                    RHS       my row             2.0
                BOUNDS
                 BV BND       item one
                 UP BND       item two           1.0
                ENDATA
                """;
        Instance instance = TestFiles.read("f", text);
        assertThat(instance.variableNames()).containsExactly("item one", "item two");
        assertThat(Optima.of(instance)).hasValue(-3);
        assertThat(instance.problem().model().constraints().get(0).name()).isEqualTo("my row");
    }

    @Test
    void integersWithoutBoundsAreBinaryAndThatIsTold() {
        Instance instance =
                read("NAME m|ROWS| N c| N d|COLUMNS| M1 'MARKER' 'INTORG'| a c -3 d 1| M2 'MARKER' 'INTEND'|ENDATA");
        assertThat(instance.warnings())
                .containsExactly(
                        "1 free rows beside the objective were left out",
                        "1 integer without bounds is binary, as CPLEX and HiGHS read them");
        assertThat(Optima.of(instance)).hasValue(-3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
        NAME m|ROWS| N c|COLUMNS| a c 1|ENDATA@f: expected binary or integer variables, found 'a' continuous. Maybe it is missing from the section Binaries or Generals; values between whole numbers cannot be searched here.
        NAME m|ROWS| N c| G r|COLUMNS| M1 'MARKER' 'INTORG'| a c 1 r 1| M2 'MARKER' 'INTEND'|RHS| R r inf|ENDATA@f: expected a finite bound of r, found infinity.
        NAME m|ROWS| N c| E r|COLUMNS| M1 'MARKER' 'INTORG'| a c 1 r 1| M2 'MARKER' 'INTEND'|RHS| R r -1e30|ENDATA@f: expected a finite bound of r, found infinity.
        NAME m|ROWS| N c| L c|ENDATA@f:4: expected every row once, found 'c' twice.
        NAME m|ROWS| N c|COLUMNS| a d 1|ENDATA@f:5: expected the name of a row, found 'd'.
        NAME m|ROWS| N c|COLUMNS| a c x|ENDATA@f:5: expected a number, found 'x'.
        NAME m|ROWS| N c|COLUMNS| a c 1| a c 2|ENDATA@f:6: expected one value of column 'a' in row 'c', found a second one.
        NAME m|ROWS| N c|COLUMNS| a c 1|BOUNDS| BV B b|ENDATA@f:7: expected the name of a column, found 'b'.
        NAME m|ROWS| N c|COLUMNS| a c 1|BOUNDS| SC B a 3|ENDATA@f:7: expected no semi-continuous variable, found 'a'. Write x = 0 or l <= x <= u with a binary z: l z <= x <= u z.
        NAME m|ROWS| N c|COLUMNS| a c 1|SOS| S1 s|ENDATA@f:7: expected the section SOS to be empty. Write what it says as rows with binaries.
        NAME m|ROWS| N c|COLUMNS| a c 1|BOUNDS| BV B a@f:7: expected ENDATA, found the end of the file. Maybe the file is truncated.
        NAME m|ROWS| N c|COLUMN| a c 1|ENDATA@f:4: expected a section such as ROWS, COLUMNS, RHS, BOUNDS or ENDATA, found 'COLUMN'. Maybe a data line lost the blank at its start.
        """)
    void refusals(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InstanceException.class)
                .hasMessage(message);
    }
}
