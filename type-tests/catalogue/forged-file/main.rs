include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    fd.fd_install(ARef { target: std::sync::Arc::new(File { path: "a".into() }) }); //~ E0451
    Ok(())
}
