"""How the built-in Vietnamese-English translation model is made. Nothing here is needed to run the program."""
