"""The command line: each command reads its flags, calls the library and prints. Texts come from the catalogues."""
